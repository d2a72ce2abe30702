package org.mailboxremediation.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** A case that two people ended: its owner cannot be reached, and the mailbox stays blocked. */
final class EndedCase {

    private EndedCase() {}

    /** Reports the mailbox, ends the case, and answers its id. */
    static String of(String base, String mailbox) {
        Api api = new Api(base, "admin");
        String incident = reported(api, mailbox);
        Tasklist.login(base, "admin", "tasklist")
                .start(
                        "EndCaseProcess",
                        Map.of("mailbox", mailbox, "ending", "OWNER_UNREACHABLE", "reason", "Nobody answers."));
        confirm(Tasklist.login(base, "lead", "tasklist"), incident);
        AppTest.await(
                () -> "CLOSED_CONTAINED"
                        .equals(api.incident(incident).path("status").asText()),
                "the closed case");
        return incident;
    }

    /** Reports the mailbox and waits until it is locked out and worked on; answers the case's id. */
    static String reported(Api api, String mailbox) {
        String incident = Tasklist.read(
                        api.post("/api/incidents", Map.of("mailbox", mailbox, "symptoms", List.of("FORWARDING_ADDED"))))
                .path("id")
                .asText();
        AppTest.await(() -> api.incident(incident).hasNonNull("timeToLockOut"), "the lock-out");
        AppTest.await(() -> api.openTasks(incident).contains("UserTask_ProvideMessage"), "the procedure");
        return incident;
    }

    private static void confirm(Tasklist lead, String incident) {
        JsonNode task = AppTest.await(
                () -> lead.tasks(incident, "UserTask_ConfirmEnding").stream()
                        .findFirst()
                        .orElse(null),
                "the second yes");
        lead.claim(task);
        int status = lead.submit(task, Map.of("answer", "CONFIRM", "reason", "Agreed by telephone."))
                .statusCode();
        if (status >= 300) {
            throw new AssertionError("the ending was not confirmed: " + status);
        }
    }
}

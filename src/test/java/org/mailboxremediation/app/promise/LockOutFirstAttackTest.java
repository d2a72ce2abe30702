package org.mailboxremediation.app.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.app.Tasklist;
import org.springframework.beans.factory.annotation.Autowired;

/** Attacks promise P2: something that fails or waits before the first password change. */
class LockOutFirstAttackTest extends PromiseTest {

    @Test
    void attackerIsLockedOutThoughTheProcedureCannotStart(@Autowired RepositoryService repository) {
        String mailbox = mailbox();
        repository.suspendProcessDefinitionByKey("SecureMailboxProcess");
        String id;
        try {
            id = Tasklist.read(api("reporter").post("/api/incidents", report(mailbox, "BOUNCES")))
                    .path("id")
                    .asText();
            await(() -> !imapTakes(mailbox, firstPassword(mailbox)), "the lock-out without any process");
            assertThat(newestChange(id).path("cause").asText()).isEqualTo("REPORTED");
        } finally {
            repository.activateProcessDefinitionByKey("SecureMailboxProcess");
        }
        task("admin", id, "UserTask_ListDevices");
    }

    @Test
    void nothingOfAReportHoldsItsLockOutUp() {
        String mailbox = mailbox();
        Map<String, Object> report = report(mailbox, "BOUNCES");
        report.put("note", "${1/0} {{7*7}} <script>alert(1)</script> #{jndi:ldap://x}".repeat(100));
        report.put("owner", Map.of("name", "${execution.setVariable('a', 1)}", "contact", "no address at all"));
        String id = Tasklist.read(api("reporter").post("/api/incidents", report))
                .path("id")
                .asText();
        await(() -> newestChange(id).path("verification").asText().equals("VERIFIED"), "a verified lock-out");
        assertThat(imapTakes(mailbox, firstPassword(mailbox))).isFalse();
        assertThat(incident(id).path("timeToLockOut").asText()).startsWith("PT");
    }
}

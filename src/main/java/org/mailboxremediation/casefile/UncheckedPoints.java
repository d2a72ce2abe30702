package org.mailboxremediation.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mailboxremediation.event.CaseEvent;

/** What could not be checked in a case: no log is not no activity, and a reader has to know the difference. */
final class UncheckedPoints {

    private static final Set<String> UNSETTLED = Set.of("UNSCANNED", "INFECTED", "INCOMPLETE", "UNSCANNABLE");

    private final JsonNode incident;
    private final List<CaseEvent> events;

    UncheckedPoints(JsonNode incident, List<CaseEvent> events) {
        this.incident = incident;
        this.events = events;
    }

    /** A sentence each. */
    List<String> all() {
        List<String> points = new ArrayList<>();
        said("SnapshotMissing", "The mailbox's settings could not be read beside the first password change.", points);
        said("SnapshotUnverifiable", "The mailbox's settings could not be verified.", points);
        said(
                "PasswordChangeUnverifiable",
                "The provider's word on a password change could not be checked by logging in.",
                points);
        said(
                "AdministratorContactsWeak",
                "Fewer than two administrators, or none outside the domain, could be told.",
                points);
        said("RevealFailed", "Somebody tried to see a password and was refused.", points);
        incident.path("devices").forEach(device -> device(device, points));
        incident.path("notices").forEach(notice -> notice(notice, points));
        incident.path("restoreDecision")
                .path("reasons")
                .forEach(reason -> points.add("Open at the restore gate: " + reason.asText()));
        long purged = events.stream().filter(event -> event.form().purged()).count();
        if (purged > 0) {
            points.add(purged + " events have lost their payload to a purge of personal data.");
        }
        return points;
    }

    private void said(String type, String sentence, List<String> points) {
        long times = events.stream().filter(event -> event.type().equals(type)).count();
        if (times > 0) {
            points.add(times == 1 ? sentence : sentence + " (" + times + " times)");
        }
    }

    private static void device(JsonNode device, List<String> points) {
        String state = device.path("state").asText();
        if (UNSETTLED.contains(state) && !device.path("removed").asBoolean()) {
            points.add("The device “" + device.path("name").asText() + "” is " + Words.of(state) + ".");
        }
    }

    private static void notice(JsonNode notice, List<String> points) {
        String status = notice.path("status").asText();
        if (status.equals("WITHHELD") || status.equals("FAILED")) {
            points.add(notice.path("recipient").asText() + " was not told by mail (" + Words.of(status) + "): "
                    + notice.path("reason").asText("no reason"));
        }
    }
}

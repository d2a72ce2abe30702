package org.mailboxremediation.device.report;

import static org.mailboxremediation.device.report.JsonMembers.moment;
import static org.mailboxremediation.device.report.JsonMembers.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The alerts of Microsoft Defender for Endpoint about one machine.
 *
 * @param given false if there was no list of alerts at all; an empty list says that there are none
 */
record DefenderAlerts(boolean given, List<JsonNode> alerts) {

    static DefenderAlerts of(JsonNode alerts, String machineId) {
        boolean given = alerts.isArray() || alerts.path("value").isArray();
        return new DefenderAlerts(
                given,
                JsonMembers.objects(alerts).stream()
                        .filter(alert ->
                                !alert.path("machineId").isTextual() || JsonMembers.is(alert, "machineId", machineId))
                        .toList());
    }

    /** What was found since then; what is still open from before is a doubt. */
    List<String> since(@Nullable Instant start, List<String> doubts) {
        if (!given) {
            doubts.add("That the scan ran does not say that it found nothing. Bring the machine's alerts with it.");
        }
        List<JsonNode> real =
                alerts.stream().filter(alert -> !isFalseAlarm(alert)).toList();
        if (real.stream().anyMatch(alert -> isOpen(alert) && !isSince(alert, start))) {
            doubts.add("An alert from before the scan is still open. Resolve it or scan again.");
        }
        return real.stream()
                .filter(alert -> isSince(alert, start))
                .map(DefenderAlerts::title)
                .toList();
    }

    /** Those that nobody has resolved. */
    List<String> open() {
        return alerts.stream()
                .filter(alert -> isOpen(alert) && !isFalseAlarm(alert))
                .map(DefenderAlerts::title)
                .toList();
    }

    private static boolean isOpen(JsonNode alert) {
        return !JsonMembers.is(alert, "status", "Resolved");
    }

    private static boolean isFalseAlarm(JsonNode alert) {
        return !isOpen(alert) && JsonMembers.is(alert, "classification", "FalsePositive");
    }

    /** An alert without any time counts: nothing says that it is old. */
    private static boolean isSince(JsonNode alert, @Nullable Instant start) {
        List<Instant> times = Stream.of("alertCreationTime", "firstEventTime", "lastEventTime")
                .map(name -> moment(alert, name))
                .filter(Objects::nonNull)
                .toList();
        return start == null || times.isEmpty() || times.stream().anyMatch(time -> !time.isBefore(start));
    }

    private static String title(JsonNode alert) {
        String threat = text(alert, "threatName");
        return threat.isBlank() ? text(alert, "title") : threat;
    }
}

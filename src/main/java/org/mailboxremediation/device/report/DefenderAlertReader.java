package org.mailboxremediation.device.report;

import static org.mailboxremediation.device.report.JsonMembers.moment;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Microsoft Defender for Endpoint, alerts alone: an open one is a finding; none is no scan. */
final class DefenderAlertReader implements ReportReader {

    @Override
    public boolean reads(ReportDocument document) {
        List<JsonNode> alerts = JsonMembers.objects(document.json());
        boolean named = JsonMembers.text(document.json(), "@odata.context").contains("#Alerts");
        return named || (!alerts.isEmpty() && alerts.stream().allMatch(alert -> alert.has("alertCreationTime")));
    }

    @Override
    public ScanReport read(ReportDocument document) {
        List<JsonNode> alerts = JsonMembers.objects(document.json()).stream()
                .filter(alert -> alert.has("alertCreationTime"))
                .toList();
        Set<String> machines = alerts.stream()
                .map(alert -> JsonMembers.text(alert, "machineId"))
                .collect(Collectors.toSet());
        if (machines.size() > 1) {
            throw new UnreadableReport("The alerts are of several machines. Bring those of one.");
        }
        return new ScanReport(
                new ScanTool("Microsoft Defender Antivirus", "", "", null),
                ScanActivity.UNKNOWN,
                ScanScope.UNKNOWN,
                latest(alerts),
                latest(alerts),
                ScanCounts.never(),
                new DefenderAlerts(true, alerts).open(),
                new ScanSubject(names(alerts), Set.of()),
                List.of("Alerts alone are no scan. Bring them with the machine action of a full scan."));
    }

    private static Set<String> names(List<JsonNode> alerts) {
        return alerts.stream()
                .flatMap(alert -> JsonMembers.texts(alert, "machineId", "computerDnsName").stream())
                .collect(Collectors.toSet());
    }

    private static @Nullable Instant latest(List<JsonNode> alerts) {
        return alerts.stream()
                .flatMap(
                        alert -> Stream.of("alertCreationTime", "lastEventTime").map(name -> moment(alert, name)))
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}

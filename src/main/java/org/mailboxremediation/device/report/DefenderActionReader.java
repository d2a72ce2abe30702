package org.mailboxremediation.device.report;

import static org.mailboxremediation.device.report.JsonMembers.moment;
import static org.mailboxremediation.device.report.JsonMembers.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Microsoft Defender for Endpoint, machine action {@code RunAntiVirusScan}. "Succeeded" says that the scan ran, not that it
 * found nothing: for that the action stands in an object as {@code machineAction}, beside {@code alerts} (the machine's
 * alerts) and {@code antivirusHealth} (its entry in the antivirus health report).
 */
final class DefenderActionReader implements ReportReader {

    private static final Pattern NONCE = Pattern.compile("(?i)\\bdevice[ :=]{1,3}([0-9a-f-]{36})\\b");

    @Override
    public boolean reads(ReportDocument document) {
        return action(document.json()).path("type").isTextual()
                && action(document.json()).path("machineId").isTextual()
                && action(document.json()).path("status").isTextual();
    }

    @Override
    public ScanReport read(ReportDocument document) {
        JsonNode json = document.json();
        JsonNode action = action(json);
        if (!JsonMembers.is(action, "type", "RunAntiVirusScan")) {
            throw new UnreadableReport("The machine action is not an antivirus scan.");
        }
        List<String> doubts = new ArrayList<>();
        Instant started = moment(action, "creationDateTimeUtc");
        return new ScanReport(
                tool(json.path("antivirusHealth"), text(action, "machineId")),
                activity(text(action, "status")),
                scope(text(action, "scope")),
                started,
                moment(action, "lastUpdateDateTimeUtc"),
                ScanCounts.never(),
                DefenderAlerts.of(json.path("alerts"), text(action, "machineId"))
                        .since(started, doubts),
                new ScanSubject(JsonMembers.texts(action, "machineId", "computerDnsName"), nonce(action)),
                doubts);
    }

    private static JsonNode action(JsonNode json) {
        return json.path("machineAction").isObject() ? json.path("machineAction") : json;
    }

    private static ScanTool tool(JsonNode health, String machineId) {
        boolean same = JsonMembers.is(health, "machineId", machineId);
        return new ScanTool(
                "Microsoft Defender Antivirus",
                same ? text(health, "avEngineVersion") : "",
                same ? text(health, "avSignatureVersion") : "",
                same ? moment(health, "avSignaturePublishTime") : null);
    }

    private static ScanActivity activity(String status) {
        return switch (status.toLowerCase(Locale.ROOT)) {
            case "succeeded" -> ScanActivity.COMPLETED;
            case "pending", "inprogress" -> ScanActivity.UNFINISHED;
            case "cancelled", "canceled" -> ScanActivity.CANCELLED;
            case "failed", "timeout" -> ScanActivity.FAILED;
            default -> ScanActivity.UNKNOWN;
        };
    }

    private static ScanScope scope(String scope) {
        return switch (scope.toLowerCase(Locale.ROOT)) {
            case "full" -> ScanScope.FULL;
            case "" -> ScanScope.UNKNOWN;
            default -> ScanScope.PARTIAL;
        };
    }

    /** The comment is the one text of an action that whoever orders it may choose. */
    private static Set<String> nonce(JsonNode action) {
        Matcher said = NONCE.matcher(text(action, "requestorComment"));
        return said.find() ? Set.of(said.group(1)) : Set.of();
    }
}

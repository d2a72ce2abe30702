package org.mailboxremediation.device.report;

import static org.mailboxremediation.device.report.JsonMembers.count;
import static org.mailboxremediation.device.report.JsonMembers.moment;
import static org.mailboxremediation.device.report.JsonMembers.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * OCSF Scan Activity, class 6007: one event. That class has no member for the scope, the signatures' date or a nonce: they
 * are taken from {@code scan.type} ({@code Full}) and from {@code unmapped} ({@code scope}, {@code signatures},
 * {@code signatures_date}, {@code nonce}).
 */
final class OcsfReader implements ReportReader {

    private static final int SCAN_ACTIVITY = 6007;

    @Override
    public boolean reads(ReportDocument document) {
        return events(document.json()).stream().anyMatch(OcsfReader::isScanActivity);
    }

    @Override
    public ScanReport read(ReportDocument document) {
        List<JsonNode> events = events(document.json());
        if (events.size() > 1) {
            throw new UnreadableReport("The report holds several events. Bring the one that says how the scan ended.");
        }
        JsonNode event = events.get(0);
        List<String> doubts = new ArrayList<>();
        return new ScanReport(
                tool(event),
                activity(event.path("activity_id")),
                scope(event),
                time(event, "start_time"),
                time(event, "end_time"),
                new ScanCounts(count(event, "num_files"), true, orZero(count(event, "num_skipped_items")), 0),
                findings(event, doubts),
                new ScanSubject(
                        JsonMembers.texts(event.path("device"), "uid", "hostname", "name"),
                        JsonMembers.texts(event.path("unmapped"), "nonce")),
                doubts);
    }

    private static List<JsonNode> events(JsonNode json) {
        return json.path("value").isArray() ? List.of() : JsonMembers.objects(json);
    }

    private static boolean isScanActivity(JsonNode event) {
        return event.path("class_uid").isInt() && event.path("class_uid").intValue() == SCAN_ACTIVITY;
    }

    private static ScanTool tool(JsonNode event) {
        JsonNode product = event.path("metadata").path("product");
        JsonNode unmapped = event.path("unmapped");
        return new ScanTool(
                text(product, "name"),
                text(product, "version"),
                text(unmapped, "signatures"),
                moment(unmapped, "signatures_date"));
    }

    private static ScanActivity activity(JsonNode id) {
        return switch (id.isInt() ? id.intValue() : 0) {
            case 1, 7, 8, 9, 10 -> ScanActivity.UNFINISHED;
            case 2 -> ScanActivity.COMPLETED;
            case 3 -> ScanActivity.CANCELLED;
            case 4, 5, 6 -> ScanActivity.FAILED;
            default -> ScanActivity.UNKNOWN;
        };
    }

    private static ScanScope scope(JsonNode event) {
        List<String> said = Stream.of(text(event.path("unmapped"), "scope"), text(event.path("scan"), "type"))
                .filter(scope -> !scope.isBlank())
                .map(scope -> scope.strip().toLowerCase(Locale.ROOT))
                .toList();
        if (said.isEmpty() || said.equals(List.of("manual")) || said.equals(List.of("scheduled"))) {
            return ScanScope.UNKNOWN;
        }
        boolean full = said.stream().anyMatch(List.of("full", "full scan", "full system scan")::contains);
        boolean part = said.stream().anyMatch(List.of("quick", "custom", "partial", "quick scan")::contains);
        return full && !part ? ScanScope.FULL : ScanScope.PARTIAL;
    }

    /** Milliseconds since 1970, or the same with the ending {@code _dt} as ISO-8601. */
    private static @Nullable Instant time(JsonNode event, String name) {
        Long millis = count(event, name);
        return millis == null ? moment(event, name + "_dt") : Instant.ofEpochMilli(millis);
    }

    /** A detection that was resolved was one: malware had been there. */
    private static List<String> findings(JsonNode event, List<String> doubts) {
        List<String> named = JsonMembers.objects(event.path("malware")).stream()
                .map(malware -> text(malware, "name"))
                .toList();
        Long detections = count(event, "num_detections");
        if (!named.isEmpty()) {
            return named;
        }
        if (detections == null) {
            doubts.add("The report does not say how many detections there were.");
            return List.of();
        }
        return detections == 0 ? List.of() : List.of(detections + " detections, not named");
    }

    private static long orZero(@Nullable Long count) {
        return Objects.requireNonNullElse(count, 0L);
    }
}

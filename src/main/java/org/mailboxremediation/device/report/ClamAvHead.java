package org.mailboxremediation.device.report;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.device.clamd.ClamAvVersion;

/**
 * The lines in front of a ClamAV report, written by our {@code scan} command or by hand: {@code Device: } (what the case's
 * page shows), {@code Identifier: }, {@code Scope: full}, {@code Time zone: +01:00}, {@code Files: 123},
 * {@code Signatures: 2026-03-01T00:00:00Z}, and the line that {@code clamscan --version} prints. They end where the
 * scanner's own output begins, so that no file's name can play one.
 */
final class ClamAvHead {

    private static final Pattern SAID =
            Pattern.compile("(Device|Identifier|Scope|Time zone|Files|Signatures): {1,8}(\\S.{0,199})");

    private final Map<String, String> said = new LinkedHashMap<>();

    private ClamAvHead() {}

    static ClamAvHead of(String text) {
        ClamAvHead head = new ClamAvHead();
        text.lines().limit(20).map(String::stripTrailing).takeWhile(head::take).forEach(line -> {});
        return head;
    }

    static boolean isVersion(String line) {
        return ClamAvVersion.parse(line).isPresent();
    }

    String device() {
        return said.getOrDefault("Device", "");
    }

    String identifier() {
        return said.getOrDefault("Identifier", "");
    }

    ScanScope scope() {
        String scope = said.get("Scope");
        if (scope == null) {
            return ScanScope.UNKNOWN;
        }
        return scope.equalsIgnoreCase("full") ? ScanScope.FULL : ScanScope.PARTIAL;
    }

    @Nullable
    ZoneId zone() {
        try {
            return ZoneId.of(said.getOrDefault("Time zone", ""));
        } catch (DateTimeException none) {
            return null;
        }
    }

    @Nullable
    Long files() {
        String files = said.getOrDefault("Files", "");
        return files.matches("\\d{1,15}") ? Long.valueOf(files) : null;
    }

    ScanTool tool(ClamAvSummary summary) {
        String engine = summary.lines().getOrDefault("Engine version", "");
        ClamAvVersion version = ClamAvVersion.parse(said.getOrDefault("Version", ""))
                .orElseGet(() -> new ClamAvVersion(engine, "", null));
        Instant date = version.signatures().isEmpty() ? signatures() : version.signaturesDate();
        return new ScanTool("ClamAV", version.engine(), version.signatures(), date);
    }

    private @Nullable Instant signatures() {
        try {
            return OffsetDateTime.parse(said.getOrDefault("Signatures", "")).toInstant();
        } catch (DateTimeException none) {
            return null;
        }
    }

    private boolean take(String line) {
        Matcher pair = SAID.matcher(line);
        if (pair.matches()) {
            said.putIfAbsent(pair.group(1), pair.group(2));
        } else if (isVersion(line)) {
            said.putIfAbsent("Version", line);
        } else {
            return line.isBlank();
        }
        return true;
    }
}

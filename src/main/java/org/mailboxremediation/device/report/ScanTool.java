package org.mailboxremediation.device.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What scanned, and with what.
 *
 * @param name 1 to 100 characters
 * @param version at most 60 characters; "" if the report does not say
 * @param signatures the signature database's name or version, at most 100 characters; "" if the report does not say
 * @param signaturesDate how old the signatures were; null if the report does not say
 */
public record ScanTool(
        String name,
        String version,
        String signatures,
        @Nullable Instant signaturesDate) {

    public ScanTool {
        name = ReportText.plain(name, 100, "unnamed scanner");
        version = ReportText.plain(version, 60, "");
        signatures = ReportText.plain(signatures, 100, "");
    }

    /** Name and version for people. */
    public String title() {
        return version.isEmpty() ? name : name + " " + version;
    }
}

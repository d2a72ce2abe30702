package org.mailboxremediation.device.report;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.mailboxremediation.device.Device;
import org.mailboxremediation.device.DeviceKind;
import org.mailboxremediation.device.ScanClaim;
import org.mailboxremediation.device.ScanJudgement;
import org.mailboxremediation.device.ScanProperties;
import org.mailboxremediation.device.ScanRules;

/** What a report is judged to be at noon, for a case reported at 09:00 UTC on 2 March 2026. */
final class Verdicts {

    private static final Instant REPORTED = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final ScanProperties PROPERTIES = new ScanProperties(Duration.ofDays(7), null);
    private static final Device LAPTOP = new Device(
            SampleReports.DEVICE,
            "incident",
            "Alice's laptop",
            DeviceKind.LAPTOP,
            "Alice",
            "LT-0001",
            REPORTED,
            List.of(),
            List.of());

    private Verdicts() {}

    static ScanJudgement judge(byte[] report) {
        ScanClaim claim = new ReportClaims(PROPERTIES).read(report, LAPTOP, NOW, null);
        return ScanRules.judge(claim, List.of(), REPORTED, NOW, PROPERTIES.signaturesMaxAge());
    }

    static ScanClaim claims(String report) {
        return new ReportClaims(PROPERTIES).read(report.getBytes(StandardCharsets.UTF_8), LAPTOP, NOW, null);
    }
}

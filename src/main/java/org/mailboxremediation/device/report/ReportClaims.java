package org.mailboxremediation.device.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.device.Device;
import org.mailboxremediation.device.RawReport;
import org.mailboxremediation.device.ScanClaim;
import org.mailboxremediation.device.ScanProperties;
import org.mailboxremediation.event.Sha256;
import org.springframework.stereotype.Component;

/** Makes the claim of a report. One that nothing can read makes one too: it proves nothing, and says why (promise P8). */
@Component
public final class ReportClaims {

    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final String OTHER_NAME =
            "The report names its device in words that this one is not known by. Give the device its identifier.";

    private final ReportReaders readers;

    ReportClaims(ScanProperties properties) {
        readers = ReportReaders.standard(properties.reportTimeZone());
    }

    /**
     * Reads the report for that device.
     *
     * @param now stands in for the times that the report does not give
     * @param doubt a sentence more for which it proves nothing; null if there is none
     * @throws ForeignReport if it is another device's
     */
    public ScanClaim read(byte[] report, Device device, Instant now, @Nullable String doubt) {
        String evidence = Sha256.hex(report);
        List<String> doubts = Optional.ofNullable(doubt).stream().toList();
        try {
            return claim(bounded(readers.read(report)), device, now, evidence, doubts);
        } catch (UnreadableReport unreadable) {
            List<String> gaps = Stream.concat(Stream.of(unreadable.reason()), doubts.stream())
                    .toList();
            return new ScanClaim(
                    false,
                    "scan report, kept unread",
                    null,
                    now,
                    now,
                    0,
                    List.of(),
                    new RawReport(evidence, false, gaps));
        }
    }

    private static ScanClaim claim(
            ScanReport report, Device device, Instant now, String evidence, List<String> doubts) {
        List<String> gaps = new ArrayList<>(ReportGaps.of(report));
        match(report.subject(), device).ifPresent(gaps::add);
        gaps.addAll(doubts);
        Instant finished = Objects.requireNonNullElse(report.finishedAt(), now);
        Instant started = Objects.requireNonNullElse(report.startedAt(), finished);
        Long files = report.counts().files();
        return new ScanClaim(
                !report.findings().isEmpty(),
                report.tool().title(),
                report.tool().signaturesDate(),
                started.isAfter(finished) ? finished : started,
                finished,
                files == null ? 0 : files,
                report.findings(),
                new RawReport(evidence, files != null, gaps));
    }

    /** A time that no scan can have is none. */
    private static ScanReport bounded(ScanReport report) {
        ScanTool tool = report.tool();
        return new ScanReport(
                new ScanTool(tool.name(), tool.version(), tool.signatures(), real(tool.signaturesDate())),
                report.activity(),
                report.scope(),
                real(report.startedAt()),
                real(report.finishedAt()),
                report.counts(),
                report.findings(),
                report.subject(),
                report.doubts());
    }

    private static @Nullable Instant real(@Nullable Instant time) {
        return time == null || time.isBefore(EARLIEST) || time.isAfter(LATEST) ? null : time;
    }

    /** A nonce must be this device's; a name must be where we know one to compare it with. */
    private static Optional<String> match(ScanSubject subject, Device device) {
        if (subject.nonces().stream().anyMatch(nonce -> !nonce.equalsIgnoreCase(device.id()))) {
            throw new ForeignReport();
        }
        String identifier = device.identifier();
        Set<String> known = Stream.of(device.id(), device.name(), identifier == null ? "" : identifier)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        boolean matches = subject.names().isEmpty()
                || subject.names().stream().anyMatch(name -> known.contains(name.toLowerCase(Locale.ROOT)));
        if (!matches && identifier != null) {
            throw new ForeignReport();
        }
        return matches || !subject.nonces().isEmpty() ? Optional.empty() : Optional.of(OTHER_NAME);
    }
}

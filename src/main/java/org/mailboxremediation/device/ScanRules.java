package org.mailboxremediation.device;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailboxremediation.incident.Severity;

/** What makes a claimed scan evidence. A failed, partial, stale or missing scan is never clean (promise P8). */
public final class ScanRules {

    /** How much the scanner's clock may run ahead of ours. */
    static final Duration SKEW = Duration.ofMinutes(5);

    /** What a scan is worth that one person attested without a report, where it takes two. */
    static final ScanJudgement AWAITS_SECOND = new ScanJudgement(
            ScanVerdict.INCOMPLETE,
            List.of("One person attests this scan without a report, and the case is critical: a second person has to"
                    + " confirm it. Or hand in the scanner's report."));

    private ScanRules() {}

    /** Whether a second person has to say so before a scan that was judged so counts (ADR 0023). */
    static boolean needsSecond(ScanClaim claim, ScanJudgement judgement, Severity severity) {
        return claim.wordOnly() && judgement.verdict() == ScanVerdict.CLEAN && severity == Severity.CRITICAL;
    }

    /**
     * Judges a claim.
     *
     * @param earlier the scans recorded for this device before
     * @param reportedAt when the case was reported; tools that write whole seconds are given the second
     * @param now our time
     * @param fresh how old signatures may be at the end of the scan
     */
    public static ScanJudgement judge(
            ScanClaim claim, List<Scan> earlier, Instant reportedAt, Instant now, Duration fresh) {
        if (claim.infected() || !claim.findings().isEmpty()) {
            return new ScanJudgement(ScanVerdict.INFECTED, List.of());
        }
        Stream<String> broken = Stream.of(
                        files(claim),
                        signatures(claim, fresh),
                        afterReport(claim, reportedAt),
                        notAhead(claim, now),
                        afterInfection(claim, earlier))
                .flatMap(Optional::stream);
        RawReport report = claim.report();
        List<String> reasons = report == null
                ? broken.toList()
                : Stream.concat(report.gaps().stream(), broken).toList();
        return new ScanJudgement(reasons.isEmpty() ? ScanVerdict.CLEAN : ScanVerdict.INCOMPLETE, reasons);
    }

    private static Optional<String> files(ScanClaim claim) {
        RawReport report = claim.report();
        boolean counted = report == null || report.countsFiles();
        return unless(!counted || claim.filesScanned() > 0, "The scan looked at no files. Scan the whole device.");
    }

    private static Optional<String> signatures(ScanClaim claim, Duration fresh) {
        Instant signatures = claim.signaturesDate();
        if (signatures == null) {
            return Optional.of("The date of the signatures is missing. State it with the scan.");
        }
        if (signatures.isAfter(claim.finishedAt().plus(Duration.ofDays(1)))) {
            return Optional.of("The signatures are dated after the scan. Check the dates and scan again.");
        }
        return unless(
                !signatures.isBefore(claim.finishedAt().minus(fresh)),
                "The signatures were more than " + days(fresh) + " old. Update them and scan again.");
    }

    private static Optional<String> afterReport(ScanClaim claim, Instant reportedAt) {
        return unless(
                !claim.startedAt().isBefore(reportedAt.truncatedTo(ChronoUnit.SECONDS)),
                "The scan started before the incident was reported. Scan again.");
    }

    private static Optional<String> notAhead(ScanClaim claim, Instant now) {
        return unless(
                !claim.finishedAt().isAfter(now.plus(SKEW)),
                "The scan says that it finished in the future. Check the device's clock and scan again.");
    }

    private static Optional<String> afterInfection(ScanClaim claim, List<Scan> earlier) {
        return unless(
                earlier.stream()
                        .filter(scan -> scan.verdict() == ScanVerdict.INFECTED)
                        .map(ScanRules::finished)
                        .allMatch(infected -> !claim.startedAt().isBefore(infected)),
                "The scan started before the one that found malware had finished. Scan again.");
    }

    /** Nothing finished after we had its report, whatever the device's clock said. */
    private static Instant finished(Scan scan) {
        Instant claimed = scan.finishedAt();
        Instant latest = claimed.isAfter(scan.recordedAt()) ? scan.recordedAt() : claimed;
        return latest.truncatedTo(ChronoUnit.SECONDS);
    }

    private static String days(Duration fresh) {
        return fresh.toHours() % 24 == 0 ? fresh.toDays() + " days" : fresh.toHours() + " hours";
    }

    private static Optional<String> unless(boolean holds, String sentence) {
        return holds ? Optional.empty() : Optional.of(sentence);
    }
}

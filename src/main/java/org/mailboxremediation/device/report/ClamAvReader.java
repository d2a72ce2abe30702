package org.mailboxremediation.device.report;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The output or log of {@code clamscan} and {@code clamdscan} (ClamAV 1.x). ClamAV says neither which device it ran on, nor
 * whether that was all of it, nor the zone of its times, nor how old its signatures were: {@link ClamAvHead} may say so in
 * front.
 */
final class ClamAvReader implements ReportReader {

    private static final Pattern LINE = Pattern.compile(".{1,4096}: (?:OK|[^ ]{1,300} FOUND)");
    private static final int LOOK_AT = 500;

    private final @Nullable ZoneId zone;

    ClamAvReader(@Nullable ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public boolean reads(ReportDocument document) {
        return document.json().isMissingNode()
                && (document.text().contains(ClamAvSummary.TITLE)
                        || document.text()
                                .lines()
                                .limit(LOOK_AT)
                                .anyMatch(line -> ClamAvHead.isVersion(line)
                                        || LINE.matcher(line).matches()));
    }

    @Override
    public ScanReport read(ReportDocument document) {
        ClamAvHead head = ClamAvHead.of(document.text());
        ClamAvResults results = ClamAvResults.of(document.text());
        ClamAvSummary summary = ClamAvSummary.of(document.text());
        ZoneId here = Stream.of(head.zone(), zone)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(ZoneOffset.UTC);
        return new ScanReport(
                head.tool(summary),
                summary.isWhole() ? ScanActivity.COMPLETED : ScanActivity.UNFINISHED,
                head.scope(),
                summary.moment("Start Date", here),
                summary.moment("End Date", here),
                counts(head, results, summary),
                findings(results, summary),
                new ScanSubject(set(head.identifier()), set(head.device())),
                doubts(head, results, summary));
    }

    private static ScanCounts counts(ClamAvHead head, ClamAvResults results, ClamAvSummary summary) {
        Long files = Stream.of(summary.count("Scanned files"), head.files(), results.files())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        Long errors = summary.count("Total errors");
        long worst = Math.max(results.errors(), errors == null ? 0 : errors);
        return new ScanCounts(files, true, results.skipped(), worst);
    }

    /** The summary counts what exceeded a limit as infected too. */
    private static List<String> findings(ClamAvResults results, ClamAvSummary summary) {
        Long infected = summary.count("Infected files");
        boolean more = infected != null && infected > results.found();
        return results.findings().isEmpty() && more
                ? List.of(infected + " infected files, not named")
                : results.findings();
    }

    private List<String> doubts(ClamAvHead head, ClamAvResults results, ClamAvSummary summary) {
        List<String> doubts = new ArrayList<>(results.doubts());
        if (head.zone() == null && zone == null) {
            doubts.add("The report's times have no time zone. Put a line such as \"Time zone: +00:00\" in front.");
        }
        if (summary.several()) {
            doubts.add("The report holds several scans. Bring the report of one.");
        }
        if (Long.valueOf(0).equals(summary.count("Known viruses"))) {
            doubts.add("The scanner had no signatures. Update them and scan again.");
        }
        return doubts;
    }

    private static Set<String> set(String text) {
        return Stream.of(text).filter(some -> !some.isEmpty()).collect(Collectors.toSet());
    }
}

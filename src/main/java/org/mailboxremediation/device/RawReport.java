package org.mailboxremediation.device;

import java.util.List;
import org.mailboxremediation.incident.TextBounds;

/**
 * The report that a claim was read from.
 *
 * @param evidenceId where the report is kept as it came: its SHA-256
 * @param countsFiles whether the tool says how many files it looked at
 * @param gaps a sentence for each thing for which the report cannot prove a device clean; at most 50, each 1 to 500
 *     characters
 */
public record RawReport(String evidenceId, boolean countsFiles, List<String> gaps) {

    public RawReport {
        if (gaps.size() > 50) {
            throw new IllegalArgumentException("gaps must be at most 50");
        }
        gaps.forEach(gap -> TextBounds.line("gaps[]", gap, 500));
        gaps = List.copyOf(gaps);
    }
}

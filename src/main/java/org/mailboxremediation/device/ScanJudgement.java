package org.mailboxremediation.device;

import java.util.List;

/**
 * What a claimed scan was taken for.
 *
 * @param reasons a sentence for each condition of a clean scan that does not hold; empty unless incomplete
 */
public record ScanJudgement(ScanVerdict verdict, List<String> reasons) {

    public ScanJudgement {
        reasons = List.copyOf(reasons);
    }
}

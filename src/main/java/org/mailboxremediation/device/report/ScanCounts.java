package org.mailboxremediation.device.report;

import org.jspecify.annotations.Nullable;

/**
 * What a scan counted.
 *
 * @param files the files it looked at; null if the report does not say
 * @param everCounted false for a tool that never says how many files it looked at
 * @param skipped what it left out
 * @param errors what it could not look at
 */
public record ScanCounts(@Nullable Long files, boolean everCounted, long skipped, long errors) {

    static ScanCounts never() {
        return new ScanCounts(null, false, 0, 0);
    }
}

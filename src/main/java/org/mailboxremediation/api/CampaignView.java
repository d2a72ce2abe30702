package org.mailboxremediation.api;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.campaign.Progress;
import org.mailboxremediation.campaign.Progress.Percentiles;
import org.mailboxremediation.campaign.Progress.State;

/**
 * How far a campaign has come. A row is counted once under started, duplicate or rejected.
 *
 * @param lockedOut started rows whose new password the provider has taken
 * @param verified started rows whose lock-out was seen to hold
 * @param failed started rows whose lock-out needs a person
 * @param expectedAt when the last row's lock-out under way is expected to be verified, as far as one can tell now; null
 *     while none is
 * @param timeToLockOut from the campaign's arrival to the verified lock-out, over those verified so far
 */
record CampaignView(
        String id,
        String submittedBy,
        Instant submittedAt,
        int total,
        int started,
        int duplicate,
        int rejected,
        int lockedOut,
        int verified,
        int failed,
        State state,
        @Nullable Instant expectedAt,
        Times timeToLockOut) {

    static CampaignView of(Progress progress, @Nullable Instant expectedAt) {
        return new CampaignView(
                progress.campaign().id(),
                progress.campaign().submittedBy(),
                progress.campaign().submittedAt(),
                progress.campaign().total(),
                progress.started(),
                progress.duplicate(),
                progress.rejected(),
                progress.lockedOut(),
                progress.verified(),
                progress.failed(),
                progress.state(),
                expectedAt,
                Times.of(progress.timeToLockOut()));
    }

    /** ISO-8601 durations; null as long as no lock-out is verified. */
    record Times(
            @Nullable String p50,
            @Nullable String p95,
            @Nullable String p99) {

        static Times of(@Nullable Percentiles found) {
            return found == null
                    ? new Times(null, null, null)
                    : new Times(text(found.p50()), text(found.p95()), text(found.p99()));
        }

        private static String text(Duration duration) {
            return duration.toString();
        }
    }
}

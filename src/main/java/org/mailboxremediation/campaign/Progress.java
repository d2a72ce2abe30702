package org.mailboxremediation.campaign;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far a campaign has come.
 *
 * @param campaign which one
 * @param started rows that opened a case
 * @param duplicate rows whose mailbox had an open case
 * @param rejected rows on which no case can be
 * @param lockedOut started rows whose new password the provider has taken, and which was not refuted since
 * @param verified started rows whose lock-out was seen to hold
 * @param failed started rows whose lock-out needs a person
 * @param settled started rows whose first change came to an end, whatever it was
 * @param timeToLockOut of the verified rows; null while there is none
 */
public record Progress(
        Campaign campaign,
        int started,
        int duplicate,
        int rejected,
        int lockedOut,
        int verified,
        int failed,
        int settled,
        @Nullable Percentiles timeToLockOut) {

    /** Of a campaign that was stored just now: counting its rows would only hold up their lock-outs. */
    public static Progress none(Campaign campaign) {
        return new Progress(campaign, 0, 0, 0, 0, 0, 0, 0, null);
    }

    /** Where a campaign stands. */
    public enum State {
        /** Rows are still to be taken in. */
        TAKING_IN,
        /** All rows are taken in; lock-outs are under way. */
        LOCKING_OUT,
        /** Each started row's lock-out is verified, or known to need a person. */
        DONE
    }

    /** The state that follows from the counts. */
    public State state() {
        if (started + duplicate + rejected < campaign.total()) {
            return State.TAKING_IN;
        }
        return settled < started ? State.LOCKING_OUT : State.DONE;
    }

    /** Nearest-rank percentiles of the time from the campaign's arrival. */
    public record Percentiles(Duration p50, Duration p95, Duration p99) {}
}

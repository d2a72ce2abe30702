package org.mailboxremediation.event;

/**
 * What a check of a chain found.
 *
 * @param intact whether every link holds
 * @param firstBad the position, from 1, of the first link that does not hold; 0 if all do
 * @param why a fixed sentence; empty if intact
 */
public record ChainVerdict(boolean intact, long firstBad, String why) {

    static ChainVerdict good() {
        return new ChainVerdict(true, 0, "");
    }

    static ChainVerdict broken(long position, String why) {
        return new ChainVerdict(false, position, why);
    }
}

package org.mailboxremediation.device.clamd;

import java.time.Duration;

/** The moment at which a peer is given up on, whatever it has sent until then. */
final class Deadline {

    private final long atNanos;
    private final String sentence;

    private Deadline(long atNanos, String sentence) {
        this.atNanos = atNanos;
        this.sentence = sentence;
    }

    /**
     * Begins now.
     *
     * @param sentence what is said when it has passed
     */
    static Deadline in(Duration time, String sentence) {
        return new Deadline(System.nanoTime() + time.toNanos(), sentence);
    }

    /** What is left, in milliseconds, at least one. */
    long left() throws ClamdUnavailable {
        long left = atNanos - System.nanoTime();
        if (left <= 0) {
            throw new ClamdUnavailable(sentence);
        }
        return Math.max(1, left / 1_000_000);
    }
}

package org.mailboxremediation.outbox;

import java.util.concurrent.Semaphore;

/**
 * How many commands a lane's workers can be given: one for each that is free, and beyond that a few lock-outs that are made
 * ready while the workers wait for answers (ADR 31).
 */
final class Room {

    /** One in so many. */
    private static final int AHEAD = 2;

    private final int ahead;
    private final Semaphore left;

    /** For so many workers. */
    Room(int workers) {
        ahead = workers / AHEAD;
        left = new Semaphore(workers + ahead);
    }

    /** Takes all that is left; nothing where it is not worth a look at the queue: a little later there is more. */
    Taken take() {
        if (left.availablePermits() < (ahead + 1) / 2) {
            return new Taken(0, 0);
        }
        int taken = left.drainPermits();
        return new Taken(Math.max(0, taken - ahead), Math.min(taken, ahead));
    }

    void giveBack(int places) {
        left.release(places);
    }

    /**
     * What was taken.
     *
     * @param free for anything: a worker begins it at once
     * @param ahead for lock-outs that the next free worker begins
     */
    record Taken(int free, int ahead) {

        int all() {
            return free + ahead;
        }
    }
}

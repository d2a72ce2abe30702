package org.mailboxremediation.outbox;

import java.time.Duration;

/**
 * How the commands of a queue are performed together.
 *
 * @param atMost how many at most; 1 for each by itself
 * @param gather how long those that come after others are left to gather
 */
record Group(int atMost, Duration gather) {

    static final Group ALONE = new Group(1, Duration.ZERO);

    /** What the handler says of its step. */
    static Group of(EffectHandler handler) {
        return new Group(handler.together(), handler.gather());
    }

    Group {
        if (atMost < 1 || gather.isNegative()) {
            throw new IllegalArgumentException("a group has a member, and waits no negative time");
        }
    }

    boolean isAlone() {
        return atMost == 1;
    }
}

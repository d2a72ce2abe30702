package org.mailboxremediation.outbox;

import java.time.Duration;

/** What is left of the provider's request budget. Asked before a command is claimed; nothing is spent by asking. */
public interface Pace {

    /** Calls that are counted apart. */
    enum Kind {
        READ,
        WRITE
    }

    /** No limit. */
    int UNLIMITED = Integer.MAX_VALUE;

    /** A pace without limits, for a provider that has none. */
    Pace NONE = new Pace() {
        @Override
        public int left(Kind kind) {
            return UNLIMITED;
        }

        @Override
        public int perMinute(Kind kind) {
            return UNLIMITED;
        }

        @Override
        public Duration until(Kind kind, int calls) {
            return Duration.ZERO;
        }
    };

    /** How many calls could be made now, all users together; {@link #UNLIMITED} without a limit. */
    int left(Kind kind);

    /** How many calls a minute allows, all users together; {@link #UNLIMITED} without a limit. */
    int perMinute(Kind kind);

    /** How long until so many calls more could have been made, at the best. */
    Duration until(Kind kind, int calls);
}

package org.mailboxremediation.process.walk;

import java.util.EnumSet;
import java.util.Random;
import java.util.Set;

/** What can happen to a case beside the work that it asks for. */
enum Trouble {
    WORK,
    LATE_DEVICE,
    SYMPTOM,
    INFECTED_SCAN,
    FAILED_SCAN,
    CLEAN_SCAN,
    DISPOSITION,
    EARLY_REVEAL,
    FORBIDDEN_REVEAL,
    LONG_WAIT,
    SLOW_PROVIDER;

    static Set<Trouble> all() {
        return EnumSet.allOf(Trouble.class);
    }

    /** Work comes up as often as all else together: else no case would get far. */
    static Trouble any(Random random) {
        return random.nextBoolean() ? WORK : values()[random.nextInt(values().length)];
    }
}

package org.mailboxremediation.block;

import java.util.Arrays;

/** What the provider's list showed of one entry; travels in a command's outcome by its name. */
enum Seen {
    ON_LIST,
    ABSENT,
    FRIENDLY_FIRE,
    /** The list cannot say it: a person sees to it. */
    BY_HAND,
    NOT_TRIED;

    static Seen of(String name) {
        return Arrays.stream(values())
                .filter(seen -> seen.name().equals(name))
                .findFirst()
                .orElse(NOT_TRIED);
    }
}

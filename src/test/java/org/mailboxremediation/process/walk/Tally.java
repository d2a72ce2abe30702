package org.mailboxremediation.process.walk;

import java.util.EnumSet;
import java.util.Set;

/** What all walks together came to: a walk on which nothing happens proves nothing. */
final class Tally {

    final Set<Trouble> happened = EnumSet.noneOf(Trouble.class);
    long closed;
    long secondChanges;
}

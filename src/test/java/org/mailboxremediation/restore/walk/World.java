package org.mailboxremediation.restore.walk;

/** The product under a walk: takes what happens, and answers. */
interface World {

    void tell(Step step);

    /** Whether access may come back at that second. */
    boolean allowed(long now);

    /** Whether a new password is due at that second, with none under way. */
    boolean due(long now);
}

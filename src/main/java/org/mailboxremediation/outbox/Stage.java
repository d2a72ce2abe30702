package org.mailboxremediation.outbox;

/** Which part of a command is to be attempted. */
enum Stage {
    /** The outside effect itself. */
    EFFECT,
    /** A look at whether the effect has taken, once it was accepted. */
    VERIFY
}

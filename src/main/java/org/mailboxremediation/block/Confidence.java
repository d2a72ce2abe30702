package org.mailboxremediation.block;

/** How sure it is that an entry stops the sender of the message, and nobody else. */
public enum Confidence {
    /** Our own side saw it or vouches for it. */
    HIGH,
    /** It is right, and others may be behind it too. */
    MEDIUM,
    /** Anybody can have written it, or many share it. */
    LOW
}

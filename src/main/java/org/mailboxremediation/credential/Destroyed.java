package org.mailboxremediation.credential;

/** Why a sealed password is no longer there. */
public enum Destroyed {
    /** It was revealed: who was shown it has it. */
    REVEALED,
    /** The hand-over failed: nobody, or the wrong person, has it. */
    LOST,
    /** Nobody asked for it in time. */
    EXPIRED,
    /** A newer password took its place. */
    SUPERSEDED
}

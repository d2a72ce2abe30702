package org.mailboxremediation.credential;

/** What is known of a password change (promise P4). */
public enum Verification {
    /** Not settled yet. */
    PENDING,
    /** The attacker was seen to be out. */
    VERIFIED,
    /** The attacker was seen not to be out. */
    REFUTED,
    /** No check was possible. */
    UNVERIFIABLE
}

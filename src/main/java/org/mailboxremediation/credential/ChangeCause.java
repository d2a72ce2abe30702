package org.mailboxremediation.credential;

/** Why a password is changed. */
public enum ChangeCause {
    /** The mailbox was reported (article step 1). */
    REPORTED,
    /** A device was infected while the password was in use (article step 2, "a second time"). */
    INFECTION,
    /** A new symptom shows access to the mailbox. */
    NEW_SYMPTOM,
    /** The password never reached its owner. */
    HANDOVER_LOST
}

package org.mailboxremediation.incident;

/** What a person can stand for with their name. The subject is named with each. */
public enum AttestationKind {
    /** Whether the case's device list is complete; answer {@code complete} if so. Subject: the case. */
    DEVICE_LIST_COMPLETE,
    /** The attacker is out, where no check was possible. Subject: the password change. */
    LOCK_OUT,
    /** The mailbox's settings were read. Subject: the command or task that did it. */
    SETTINGS_READ,
    /** What the provider's API cannot show was looked at in its web mail. Subject: the case. */
    HIDDEN_SETTINGS_REVIEWED,
    /** The owner can be reached there, and it is the owner. Subject: the contact. */
    OWNER_CONTACT_CONFIRMED,
    /** A recipient was told by other means. Subject: the notice. */
    ALERTED_BY_HAND,
    /** An outside effect was done by hand. Subject: the command. */
    DONE_BY_HAND,
    /** What was read of something done by hand, once it could be. Subject: the password change. */
    RECONCILED,
    /** Whether the message was the source: {@code yes}, {@code no} or {@code unknown}. Subject: the origin. */
    SOURCE_JUDGED,
    /** There is no message that led to the compromise. Subject: the case. */
    NO_MESSAGE,
    /** The case should end early. Subject: the status it should end in. */
    ENDING_REQUESTED,
    /** A second person agrees to the early end. Subject: the status it should end in. */
    ENDING_CONFIRMED,
    /** The password may be handed over before the gate allows it. Subject: the password change. */
    EARLY_HAND_OVER,
    /** The owner was taught the lessons. Subject: the case. */
    OWNER_TAUGHT
}

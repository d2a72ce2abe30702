package org.mailboxremediation.campaign;

/** Why a row makes no case. */
public enum Rejection {
    /** The address is not in one of the organisation's Rackspace Email domains: an Exchange mailbox, or a stranger's. */
    FOREIGN_DOMAIN,
    /** The provider says that there is no such mailbox. */
    UNKNOWN_MAILBOX,
    /** Taking it in failed time and again: report this mailbox by itself, and have the log looked at. */
    NOT_TAKEN_IN
}

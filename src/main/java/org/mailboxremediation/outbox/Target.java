package org.mailboxremediation.outbox;

/** What commands wait for. Each target has workers of its own, so that a slow one holds up nobody else's commands. */
public enum Target {
    /** The mailbox provider's API. */
    PROVIDER,
    /** The mail servers at which passwords are tried. */
    LOGINS,
    /** The mail server that notices leave by. */
    MAIL
}

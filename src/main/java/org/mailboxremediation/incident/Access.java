package org.mailboxremediation.incident;

/** Whether anyone can log in to the mailbox. */
public enum Access {
    OPEN,
    BLOCKED
}

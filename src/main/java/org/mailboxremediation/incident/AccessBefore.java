package org.mailboxremediation.incident;

/** What the provider said of the mailbox when the report came in. */
public enum AccessBefore {
    /** Logins were possible. */
    OPEN,
    /** It had been disabled already, and stays so if that had another reason. */
    DISABLED,
    /** It could not be read in time. */
    UNKNOWN
}

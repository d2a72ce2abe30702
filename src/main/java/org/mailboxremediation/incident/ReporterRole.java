package org.mailboxremediation.incident;

/** The article's two audiences. */
public enum ReporterRole {
    /** Uses the mailbox; must alert the administrator at once (article step 3). */
    USER,
    /** Has the Control Panel. */
    ADMINISTRATOR
}

package org.mailboxremediation.notice;

/** How a recipient is reached. */
public enum Channel {
    MAIL,
    /** A person told the recipient: by telephone, or at the desk. */
    BY_HAND
}

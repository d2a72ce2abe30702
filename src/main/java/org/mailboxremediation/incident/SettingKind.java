package org.mailboxremediation.incident;

/** Settings by which an attacker keeps a foot in the mailbox. */
public enum SettingKind {
    /** Mail is forwarded to an address. */
    FORWARDING,
    /** An automatic answer is on. */
    AUTO_REPLY,
    /** Mail flagged as spam leaves the mailbox. */
    SPAM_FORWARDING,
    /** An alias delivers to the mailbox. */
    ALIAS
}

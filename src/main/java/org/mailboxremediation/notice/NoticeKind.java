package org.mailboxremediation.notice;

/** Why somebody hears of a case. */
public enum NoticeKind {
    /** Administers the mailbox's domain: must be reached at once (article step 3). */
    ADMINISTRATOR,
    /** Works with the owner, and may get mail from the attacker (article step 3). */
    COLLEAGUE,
    /** Owns the mailbox; told only by a contact that an administrator confirmed. */
    OWNER,
    /** Leads security: told when nobody else can be. */
    SECURITY_LEAD,
    /** Leads security: told that somebody failed to see a password, or asked for it a second time. */
    REVEAL_FAILED,
    /** Leads security: told that a device of a case that has ended was found infected. */
    DEVICE_INFECTED,
    /** Administers the mailbox's domain: reminded of a scan that is overdue. */
    SCAN_OVERDUE,
    /** Leads security: told that a scan is still overdue after that. */
    SCAN_STILL_OVERDUE,
    /** Administers the mailbox's domain: asked whether a block that will end is still wanted. */
    BLOCK_REVIEW
}

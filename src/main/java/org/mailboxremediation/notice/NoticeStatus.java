package org.mailboxremediation.notice;

/** How far a notice has come. */
public enum NoticeStatus {
    /** Owed. */
    QUEUED,
    /** The mail server took it. */
    SENT,
    /** Not sent, because it would reach the attacker (promise P6): a person must reach the recipient. */
    WITHHELD,
    /** The mail server refused the recipient: a person must reach the recipient. */
    FAILED,
    /** The recipient knows: a person says so. */
    ACKNOWLEDGED
}

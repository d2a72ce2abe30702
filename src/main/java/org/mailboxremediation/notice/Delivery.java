package org.mailboxremediation.notice;

/** What became of one mail. */
enum Delivery {
    /** The server took it. */
    ACCEPTED,
    /** The server refused this recipient for good (RFC 5321 §4.2.1, 5yz). */
    REFUSED,
    /** The server could not be reached, or asks to try again (4yz): nothing is known of the recipient. */
    POSTPONED
}

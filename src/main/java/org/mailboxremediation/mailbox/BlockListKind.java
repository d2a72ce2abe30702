package org.mailboxremediation.mailbox;

/** Rackspace keeps addresses and IP addresses in two lists. */
public enum BlockListKind {
    ADDRESS,
    IP
}

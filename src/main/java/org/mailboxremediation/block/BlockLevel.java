package org.mailboxremediation.block;

/** Whose list an entry is on. */
public enum BlockLevel {
    /** The domain's: holds for all its mailboxes. */
    DOMAIN
}

package org.mailboxremediation.block;

/** How far an entry has come. */
public enum BlockState {
    /** Suggested; waits for a person. */
    PROPOSED,
    /** A person wants it: owed to the provider. */
    REQUESTED,
    /** On the provider's list, read back. */
    IN_FORCE,
    /** Friendly fire, rejected by the provider, or not on the list when read back. */
    REFUSED,
    /** A person wants it gone: owed to the provider. */
    UNDO_REQUESTED,
    /** Gone from the provider's list, read back. */
    UNDONE
}

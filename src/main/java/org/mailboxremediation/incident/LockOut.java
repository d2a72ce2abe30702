package org.mailboxremediation.incident;

/** How the attacker is locked out (article step 1). */
public enum LockOut {
    /** A new password; the mailbox stays open for whoever knows it. */
    CHANGE_PASSWORD,
    /** A new password, and no login at all until access is restored. */
    CHANGE_PASSWORD_AND_BLOCK;

    /** Whether the mailbox is closed to everyone. */
    public boolean blocks() {
        return this == CHANGE_PASSWORD_AND_BLOCK;
    }
}

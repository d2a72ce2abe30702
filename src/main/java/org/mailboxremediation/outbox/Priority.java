package org.mailboxremediation.outbox;

/** What is served first when the workers or the provider's budget are short: higher numbers. */
public final class Priority {

    /** Locking the attacker out comes before everything else (promise P2). */
    public static final int LOCK_OUT = 100;
    /** Blocking a mailbox again after a fact shut the gate. */
    public static final int BLOCK_AGAIN = 100;
    /** Giving the owner access again. */
    public static final int RESTORE = 80;
    /** Noting the mailbox's settings beside the lock-out. */
    public static final int SNAPSHOT = 70;

    /** Reading and clearing what the attacker set up. */
    public static final int SETTINGS = 60;
    /** Telling people. */
    public static final int NOTICE = 50;
    /** Blocking the sender of the malicious message, and undoing it. */
    public static final int BLOCK_SENDER = 40;

    private Priority() {}
}

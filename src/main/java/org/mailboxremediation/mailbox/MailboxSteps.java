package org.mailboxremediation.mailbox;

/** The outbox steps that work on the mailbox itself, and the names of what their payloads hold. */
public final class MailboxSteps {

    /** Sets a new password, and blocks access with it if the change says so. Payload: {@link #CHANGE_ID}. */
    public static final String CHANGE_PASSWORD = "CHANGE_PASSWORD";
    /** Reads forwarding, auto-reply, spam forwarding and aliases, and clears the first three. No payload. */
    public static final String CLEAR_SETTINGS = "CLEAR_SETTINGS";
    /** Blocks access. Payload: {@link #CAUSE}. */
    public static final String BLOCK_ACCESS = "BLOCK_ACCESS";
    /** Gives access back, if the restore guard agrees. Payload: {@link #CHANGE_ID}. */
    public static final String RESTORE_ACCESS = "RESTORE_ACCESS";

    /** Notes forwarding, auto-reply, spam forwarding, aliases and state beside the first change. No payload. */
    public static final String SNAPSHOT = "SNAPSHOT";

    /** Reads what a person did by hand, and notes whether it agrees. No payload. */
    public static final String RECONCILE = "RECONCILE";

    /** Puts back one setting that was cleared. Payload: {@link #SETTING_ID}. */
    public static final String PUT_BACK_SETTING = "PUT_BACK_SETTING";

    /** The id of the mailbox setting. */
    public static final String SETTING_ID = "settingId";

    /** The id of the password change. */
    public static final String CHANGE_ID = "changeId";
    /** Why access is blocked: a short code, at most 32 characters. */
    public static final String CAUSE = "cause";

    private MailboxSteps() {}
}

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

    /** The id of the password change. */
    public static final String CHANGE_ID = "changeId";
    /** Why access is blocked: a short code, at most 32 characters. */
    public static final String CAUSE = "cause";

    private MailboxSteps() {}
}

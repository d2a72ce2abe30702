package org.mailboxremediation.mailbox;

/**
 * What the mail servers said to a password.
 *
 * @param imap to reading mail
 * @param smtp to sending mail
 */
public record LoginResult(Answer imap, Answer smtp) {

    /** What one server said. */
    public enum Answer {
        /** The password lets in. */
        ACCEPTED,
        /** The server answered, and the password does not let in. */
        REFUSED,
        /** Nothing is known: no server is configured, none answered, or it spoke of something else. */
        UNKNOWN
    }

    /** Nothing is known of either. */
    public static final LoginResult UNKNOWN = new LoginResult(Answer.UNKNOWN, Answer.UNKNOWN);

    /** Whether both servers gave this answer. */
    public boolean isBoth(Answer answer) {
        return imap == answer && smtp == answer;
    }

    /** Whether one of the servers at least gave this answer. */
    public boolean isAny(Answer answer) {
        return imap == answer || smtp == answer;
    }
}

package org.mailboxremediation.app.walk;

/** Where a step is when the process is killed. */
enum KillPoint {
    /** The call has left, and has had no effect. */
    BEFORE_CALL,
    /** The call has taken effect, and its answer has not come. */
    BEFORE_REPLY,
    /** The answer has come, and the effect is being verified. */
    BEFORE_COMMIT,
    /** The outcome is in the database. */
    AFTER_COMMIT
}

package org.mailboxremediation.incident;

/** What triage decided. */
public record Triage(Severity severity, LockOut lockOut) {

    /** What any failure of triage means (promise P2). */
    public static final Triage WORST = new Triage(Severity.CRITICAL, LockOut.CHANGE_PASSWORD_AND_BLOCK);
}

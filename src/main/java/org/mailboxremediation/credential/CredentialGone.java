package org.mailboxremediation.credential;

/** The sealed password cannot be had, now or ever. */
public final class CredentialGone extends RuntimeException {

    /** Why not, and what to do next. */
    public enum Reason {
        ALREADY_REVEALED("The password was revealed before. If that was not you, report the hand-over as lost."),
        EXPIRED("The password was not revealed in time. A new one is due."),
        LOST("The hand-over was reported as lost. A new password is due."),
        NOT_OFFERED("The password is not ready: its change has not been verified or attested."),
        SUPERSEDED("A newer password took its place. Reveal that one.");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }

        /** A fixed sentence for a person. */
        public String sentence() {
            return sentence;
        }
    }

    private final Reason reason;

    CredentialGone(Reason reason) {
        super(reason.sentence());
        this.reason = reason;
    }

    /** Why it cannot be had. */
    public Reason reason() {
        return reason;
    }
}

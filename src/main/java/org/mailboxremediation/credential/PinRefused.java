package org.mailboxremediation.credential;

/** The password is not shown for want of the right PIN. */
public final class PinRefused extends RuntimeException {

    /** What is the matter with the PIN. */
    public enum Reason {
        PIN_MISSING("A PIN is needed: ask a security lead for one by telephone."),
        PIN_NOT_VALID("No PIN is valid now: ask a security lead for a new one by telephone."),
        PIN_OF_ONE_PERSON("The PIN must come from somebody else than the person who is shown the password."),
        PIN_WRONG("The PIN is wrong. After five wrong ones the password is destroyed, and a new one is due."),
        PIN_WRONG_TOO_OFTEN("The PIN was wrong too often: the password is destroyed, and a new one is due.");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }

        /** A fixed sentence for a person. */
        public String sentence() {
            return sentence;
        }

        /** Whether somebody tried, and was wrong. */
        public boolean isAttempt() {
            return this == PIN_WRONG || this == PIN_WRONG_TOO_OFTEN;
        }
    }

    private final Reason reason;

    /** A refusal for that reason. */
    public PinRefused(Reason reason) {
        super(reason.sentence(), null, false, false);
        this.reason = reason;
    }

    /** What is the matter. */
    public Reason reason() {
        return reason;
    }
}

package org.mailboxremediation.credential;

/** A password in clear, for as long as one method needs it. Prints as dots, so that no log or message can hold it. */
public final class Secret {

    private final String clear;

    private Secret(String clear) {
        this.clear = clear;
    }

    public static Secret of(String clear) {
        if (clear.isEmpty()) {
            throw new IllegalArgumentException("a secret is not empty");
        }
        return new Secret(clear);
    }

    /** The secret itself: only for the wire, the seal and the reveal. */
    public String reveal() {
        return clear;
    }

    @Override
    public String toString() {
        return "••••";
    }
}

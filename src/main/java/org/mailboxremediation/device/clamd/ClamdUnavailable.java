package org.mailboxremediation.device.clamd;

/** The daemon did not do what it was asked. The message says why, in our own words. */
public final class ClamdUnavailable extends Exception {

    ClamdUnavailable(String sentence) {
        super(sentence, null, false, false);
    }

    /** Why, as a sentence; nothing that the daemon said is in it. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}

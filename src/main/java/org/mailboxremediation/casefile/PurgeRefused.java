package org.mailboxremediation.casefile;

/** A purge that may not be; the message says what to do. */
public final class PurgeRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PurgeRefused(String sentence) {
        super(sentence);
    }
}

package org.mailboxremediation.evidence.trace;

/** The bytes are beyond the bounds of {@link MessageHeaders}. The message says which, in our own words. */
public final class UnreadableMessage extends RuntimeException {

    UnreadableMessage(String fixedReason) {
        super(fixedReason, null, false, false);
    }
}

package org.mailboxremediation.credential;

/** A password was sealed with a key that is not configured. It stays sealed, and opens when the key is back. */
public final class SealingKeyMissing extends RuntimeException {

    /** Where keys before the newest are given. */
    static final String PROPERTY = "remediation.credential.older-keys";

    SealingKeyMissing(String keyId) {
        super(
                "A password was sealed with the key " + keyId
                        + ", which is not there. Nothing is lost: add that key to " + PROPERTY + " and start again.",
                null,
                false,
                false);
    }
}

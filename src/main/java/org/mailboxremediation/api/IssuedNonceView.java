package org.mailboxremediation.api;

import java.time.Instant;
import org.mailboxremediation.device.IssuedNonce;

/**
 * A nonce, on its way to the person who is to scan the device. Prints as dots.
 *
 * @param nonce good for one report of this device
 * @param expiresAt until when
 */
record IssuedNonceView(String nonce, Instant expiresAt) {

    static IssuedNonceView of(IssuedNonce issued) {
        return new IssuedNonceView(issued.text(), issued.expiresAt());
    }

    @Override
    public String toString() {
        return "••••";
    }
}

package org.mailboxremediation.device;

import java.time.Instant;

/**
 * A nonce, on its way to the person who is to scan the device. Prints as dots.
 *
 * @param text what to hand over: the device's id, a point, and 22 random letters
 * @param expiresAt until when it can be used
 */
public record IssuedNonce(String text, Instant expiresAt) {

    @Override
    public String toString() {
        return "••••";
    }
}

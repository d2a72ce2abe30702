package org.mailboxremediation.api;

import java.time.Instant;
import org.mailboxremediation.credential.RevealPin;

/** A PIN, on its way to the security lead who reads it out. Prints as dots (promise P5). */
record IssuedPin(String pin, Instant expiresAt) {

    static IssuedPin of(RevealPin pin) {
        return new IssuedPin(pin.digits().reveal(), pin.expiresAt());
    }

    @Override
    public String toString() {
        return "••••";
    }
}

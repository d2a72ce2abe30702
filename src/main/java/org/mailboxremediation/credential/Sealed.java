package org.mailboxremediation.credential;

/** A secret under seal. No record: arrays have no value equality. */
final class Sealed {

    private final String keyId;
    private final byte[] nonce;
    private final byte[] cipherText;

    Sealed(String keyId, byte[] nonce, byte[] cipherText) {
        this.keyId = keyId;
        this.nonce = nonce;
        this.cipherText = cipherText;
    }

    String keyId() {
        return keyId;
    }

    byte[] nonce() {
        return nonce;
    }

    byte[] cipherText() {
        return cipherText;
    }
}

package org.mailboxremediation.event;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** The public half of a signing key (Ed25519, RFC 8032): whoever has it can check, and nobody can sign with it. */
public final class VerifyingKey {

    static final String ALGORITHM = "Ed25519";

    static final String BEGIN = "-----BEGIN PUBLIC KEY-----";
    static final String END = "-----END PUBLIC KEY-----";

    private final PublicKey key;

    VerifyingKey(PublicKey key) {
        this.key = key;
    }

    /**
     * Reads the PEM form (RFC 7468 §13).
     *
     * @throws IllegalArgumentException if the text is no Ed25519 public key in that form
     */
    public static VerifyingKey ofPem(String pem) {
        int from = pem.indexOf(BEGIN);
        int to = pem.indexOf(END);
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("no public key in PEM form");
        }
        try {
            byte[] encoded = Base64.getMimeDecoder().decode(pem.substring(from + BEGIN.length(), to));
            return new VerifyingKey(KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException wrong) {
            throw new IllegalArgumentException("no Ed25519 public key");
        }
    }

    /** The PEM form. */
    public String pem() {
        return BEGIN + "\n" + Base64.getEncoder().encodeToString(key.getEncoded()) + "\n" + END + "\n";
    }

    /** Names the key: the first 16 hexadecimal digits of the SHA-256 of its encoded form. */
    public String id() {
        return Sha256.hex(key.getEncoded()).substring(0, 16);
    }

    /** Whether the signature is of that text, by that key. */
    public boolean verifies(byte[] text, byte[] signature) {
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(key);
            check.update(text);
            return check.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }
}

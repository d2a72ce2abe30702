package org.mailboxremediation.event;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;

/** The key that signs checkpoints and case files (Ed25519, RFC 8032). It comes from outside the database, and never prints. */
public final class SigningKey {

    /** How many bytes its secret has. */
    static final int BYTES = 32;

    private final PrivateKey key;
    private final VerifyingKey verifyingKey;

    private SigningKey(KeyPair pair) {
        key = pair.getPrivate();
        verifyingKey = new VerifyingKey(pair.getPublic());
    }

    /**
     * The key of this secret (RFC 8032 §5.1.5).
     *
     * @throws IllegalArgumentException if it has not 32 bytes
     */
    public static SigningKey of(byte[] secret) {
        if (secret.length != BYTES) {
            throw new IllegalArgumentException("a signing key has " + BYTES + " bytes");
        }
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(VerifyingKey.ALGORITHM);
            generator.initialize(NamedParameterSpec.ED25519, new Fixed(secret));
            return new SigningKey(generator.generateKeyPair());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Java 17 has Ed25519", impossible);
        }
    }

    /** What checks its signatures. */
    public VerifyingKey verifyingKey() {
        return verifyingKey;
    }

    /** Signs: 64 bytes. */
    public byte[] sign(byte[] text) {
        try {
            Signature signature = Signature.getInstance(VerifyingKey.ALGORITHM);
            signature.initSign(key);
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Java 17 has Ed25519", impossible);
        }
    }

    @Override
    public String toString() {
        return "SigningKey[" + verifyingKey.id() + "]";
    }

    /** Gives the secret where a generator asks for random bytes: Java has no other way from a secret to its public half. */
    private static final class Fixed extends SecureRandom {

        private static final long serialVersionUID = 1L;

        private final byte[] secret;

        Fixed(byte[] secret) {
            this.secret = secret.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(secret, 0, bytes, 0, bytes.length);
        }
    }
}

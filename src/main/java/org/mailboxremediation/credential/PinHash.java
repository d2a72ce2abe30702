package org.mailboxremediation.credential;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** PBKDF2 with HMAC-SHA-256 (RFC 8018 §5.2), 600,000 rounds, and a salt of 128 bits beside it. */
final class PinHash {

    private static final int ROUNDS = 600_000;
    private static final int BITS = 256;
    private static final int SALT_BYTES = 16;
    private static final HexFormat HEX = HexFormat.of();

    private PinHash() {}

    /** The salted hash, as text that {@link #matches} reads. */
    static Secret of(Secret pin, SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return Secret.of(HEX.formatHex(salt) + ":" + HEX.formatHex(hash(pin, salt)));
    }

    /** Compares in a time that tells nothing. */
    static boolean matches(Secret pin, Secret hashed) {
        List<String> parts = List.of(hashed.reveal().split(":", 2));
        return MessageDigest.isEqual(HEX.parseHex(parts.get(1)), hash(pin, HEX.parseHex(parts.get(0))));
    }

    private static byte[] hash(Secret pin, byte[] salt) {
        PBEKeySpec spec = new PBEKeySpec(pin.reveal().toCharArray(), salt, ROUNDS, BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException unknown) {
            throw new IllegalStateException("every Java platform since 8 has PBKDF2 with HMAC-SHA-256");
        } finally {
            spec.clearPassword();
        }
    }
}

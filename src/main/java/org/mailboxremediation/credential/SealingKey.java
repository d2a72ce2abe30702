package org.mailboxremediation.credential;

import java.util.HexFormat;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.mailboxremediation.event.Sha256;

/** The key that seals passwords. It comes from outside the database, and never prints. */
public final class SealingKey {

    /** How many bytes it has: AES-256. */
    static final int BYTES = 32;

    private final String id;
    private final SecretKey key;

    private SealingKey(String id, SecretKey key) {
        this.id = id;
        this.key = key;
    }

    /**
     * The key of these bytes.
     *
     * @throws IllegalArgumentException if they are not 32
     */
    static SealingKey of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a sealing key has " + BYTES + " bytes");
        }
        // Hashed twice: the id is stored beside what the key sealed, and must not help to find it.
        byte[] digest = HexFormat.of().parseHex(Sha256.hex(bytes));
        return new SealingKey(Sha256.hex(digest).substring(0, 8), new SecretKeySpec(bytes, "AES"));
    }

    /** Names the key without telling anything of it: eight hexadecimal digits. */
    public String id() {
        return id;
    }

    SecretKey key() {
        return key;
    }

    @Override
    public String toString() {
        return "SealingKey[" + id + "]";
    }
}

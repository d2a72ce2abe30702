package org.mailboxremediation.credential;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.springframework.stereotype.Component;

/** AES-256-GCM (NIST SP 800-38D) with a random 96-bit nonce, bound to what the secret belongs to. */
@Component
final class Seal {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final KeyRing keys;
    private final SecureRandom random;

    Seal(KeyRing keys, SecureRandom random) {
        this.keys = keys;
        this.random = random;
    }

    Sealed close(Secret secret, String belongsTo) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        SealingKey key = keys.newest();
        byte[] clear = secret.reveal().getBytes(StandardCharsets.UTF_8);
        return new Sealed(key.id(), nonce, run(Cipher.ENCRYPT_MODE, key, nonce, clear, belongsTo));
    }

    /**
     * Throws {@link SealingKeyMissing} if its key is not there, and IllegalStateException if it was tampered with or
     * belongs to something else.
     */
    Secret open(Sealed sealed, String belongsTo) {
        SealingKey key = keys.get(sealed.keyId());
        byte[] clear = run(Cipher.DECRYPT_MODE, key, sealed.nonce(), sealed.cipherText(), belongsTo);
        return Secret.of(new String(clear, StandardCharsets.UTF_8));
    }

    /** The same secret under the newest key. */
    Sealed renew(Sealed sealed, String belongsTo) {
        return close(open(sealed, belongsTo), belongsTo);
    }

    String newestKeyId() {
        return keys.newest().id();
    }

    private static byte[] run(int mode, SealingKey key, byte[] nonce, byte[] input, String belongsTo) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key.key(), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(belongsTo.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException failed) {
            // Without its cause: what a crypto provider says is not ours to pass on.
            throw new IllegalStateException("The seal does not open.");
        }
    }
}

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

    private final SealingKey key;
    private final SecureRandom random;

    Seal(SealingKey key, SecureRandom random) {
        this.key = key;
        this.random = random;
    }

    Sealed close(Secret secret, String belongsTo) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] cipherText =
                run(Cipher.ENCRYPT_MODE, nonce, secret.reveal().getBytes(StandardCharsets.UTF_8), belongsTo);
        return new Sealed(key.id(), nonce, cipherText);
    }

    /** Throws IllegalStateException if another key sealed it, or it was tampered with, or belongs to something else. */
    Secret open(Sealed sealed, String belongsTo) {
        if (!sealed.keyId().equals(key.id())) {
            throw new IllegalStateException("The password was sealed with another key.");
        }
        byte[] clear = run(Cipher.DECRYPT_MODE, sealed.nonce(), sealed.cipherText(), belongsTo);
        return Secret.of(new String(clear, StandardCharsets.UTF_8));
    }

    private byte[] run(int mode, byte[] nonce, byte[] input, String belongsTo) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key.key(), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(belongsTo.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("The seal does not open.", failed);
        }
    }
}

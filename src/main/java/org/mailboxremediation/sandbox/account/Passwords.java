package org.mailboxremediation.sandbox.account;

import java.util.Map;
import org.mailboxremediation.sandbox.SandboxComponent;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;

/**
 * Salted PBKDF2 hashes, compared in constant time.
 *
 * <p>Two work factors. The seeded passwords are published, so no number of rounds protects them, and ten thousand of
 * them are hashed in one start: one round. What the API sets later gets {@value #ROUNDS}, a fraction of a millisecond:
 * these are practice accounts, and a campaign checks several logins a mailbox.
 */
@SandboxComponent
final class Passwords {

    private static final int ROUNDS = 200;
    private static final int SALT_BYTES = 16;
    private static final String CHANGED = "pbkdf2";
    private static final String SEEDED = "seed";

    private final PasswordEncoder published = pbkdf2(1);
    private final PasswordEncoder delegating =
            new DelegatingPasswordEncoder(CHANGED, Map.of(CHANGED, pbkdf2(ROUNDS), SEEDED, published));

    /** The hash of a password that somebody set. */
    String hash(String clear) {
        return delegating.encode(clear);
    }

    /** The hash of a password that is printed in the documentation. */
    String hashPublished(String clear) {
        return "{" + SEEDED + "}" + published.encode(clear);
    }

    boolean matches(String clear, String hash) {
        return delegating.matches(clear, hash);
    }

    private static Pbkdf2PasswordEncoder pbkdf2(int rounds) {
        return new Pbkdf2PasswordEncoder("", SALT_BYTES, rounds, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256);
    }
}

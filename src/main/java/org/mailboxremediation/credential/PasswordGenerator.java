package org.mailboxremediation.credential;

import java.security.SecureRandom;
import org.mailboxremediation.incident.MailboxAddress;
import org.springframework.stereotype.Component;

/**
 * Makes passwords that pass Rackspace's rules (eight characters, three of four classes, nothing of the mailbox's name)
 * and can be read out over the telephone. Each is drawn uniformly from all that {@link PasswordPolicy} allows: of
 * 63<sup>22</sup> (131 bits) more than half pass, so none has less than 128 bits but for names that rule out more; a
 * name is considered up to 200 characters, which costs less than two bits.
 */
@Component
public final class PasswordGenerator {

    /** How many characters each has. */
    static final int LENGTH = 22;

    private final SecureRandom random;

    PasswordGenerator(SecureRandom random) {
        this.random = random;
    }

    /**
     * Makes a new password.
     *
     * @param displayName the mailbox's shown name, may be empty
     */
    public Secret generate(MailboxAddress mailbox, String displayName) {
        PasswordPolicy policy = PasswordPolicy.of(mailbox, displayName);
        // Drawing whole candidates until one passes keeps the draw uniform; repairing one would not.
        String candidate = candidate();
        while (!policy.allows(candidate)) {
            candidate = candidate();
        }
        return Secret.of(candidate);
    }

    private String candidate() {
        StringBuilder drawn = new StringBuilder(LENGTH);
        for (int index = 0; index < LENGTH; index++) {
            drawn.append(PasswordPolicy.ALPHABET.charAt(random.nextInt(PasswordPolicy.ALPHABET.length())));
        }
        return drawn.toString();
    }
}

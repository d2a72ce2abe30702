package org.mailboxremediation.restore;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.credential.ChangeCause;
import org.mailboxremediation.incident.Attestation;
import org.mailboxremediation.incident.AttestationKind;

/** What was read, once it could be, of something that a person had done by hand (promise P4). */
public enum Reconciled {
    /** What was read is what the person attested. */
    AGREES,
    /** There was nothing to read it from. */
    UNVERIFIABLE,
    /** Settings are set that a person said were looked at; each is kept as found. */
    SETTINGS_FOUND,
    /** The machine's own password is in force: its write took effect after the person's. It is the one to hand over. */
    MACHINE_PASSWORD,
    /** Blocked, as the person said; the provider says that logins are possible. */
    NOT_BLOCKED,
    /** The password from before still lets in: the attacker too. */
    STILL_LETS_IN(ChangeCause.NEW_SYMPTOM),
    /** The password that would be handed over does not let in. */
    PASSWORD_REFUSED(ChangeCause.HANDOVER_LOST);

    private final @Nullable ChangeCause cause;

    Reconciled() {
        this(null);
    }

    Reconciled(@Nullable ChangeCause cause) {
        this.cause = cause;
    }

    /** Whether it takes back what was said of the lock-out, until somebody looks again. */
    public boolean contradictsLockOut() {
        return this == NOT_BLOCKED || cause != null;
    }

    /** Why it makes a new password due; empty if it does not. */
    Optional<ChangeCause> due() {
        return Optional.ofNullable(cause);
    }

    /** What an attestation of kind {@link AttestationKind#RECONCILED} says. */
    static Reconciled of(Attestation word) {
        return valueOf(word.answer());
    }
}

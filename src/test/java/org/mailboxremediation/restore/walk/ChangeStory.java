package org.mailboxremediation.restore.walk;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.credential.ChangeCause;
import org.mailboxremediation.credential.CredentialFixture;
import org.mailboxremediation.credential.Destroyed;
import org.mailboxremediation.credential.PasswordChange;
import org.mailboxremediation.credential.SealedCredential;
import org.mailboxremediation.credential.Verification;

/** One password change and its sealed password, as their tables would have them. */
final class ChangeStory {

    private final int epoch;
    private final Instant requestedAt;

    @Nullable
    Instant setAt;

    Verification verification = Verification.PENDING;
    private @Nullable Instant revealedAt;
    private @Nullable Instant destroyedAt;
    private @Nullable Destroyed why;

    ChangeStory(int epoch, Instant requestedAt) {
        this.epoch = epoch;
        this.requestedAt = requestedAt;
    }

    String id() {
        return "change-" + epoch;
    }

    void destroyed(Destroyed cause, Instant at) {
        revealedAt = cause == Destroyed.REVEALED ? at : revealedAt;
        destroyedAt = at;
        why = cause;
    }

    PasswordChange change() {
        return new PasswordChange(
                id(),
                "case",
                epoch,
                ChangeCause.REPORTED,
                true,
                requestedAt,
                setAt,
                setAt,
                verification,
                List.of(),
                null);
    }

    SealedCredential credential() {
        return new SealedCredential(
                "credential-" + epoch,
                "case",
                id(),
                requestedAt,
                requestedAt.plus(CredentialFixture.VALID_FOR),
                setAt,
                revealedAt,
                null,
                destroyedAt,
                why);
    }
}

package org.mailboxremediation.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.credential.ChangeCause;
import org.mailboxremediation.credential.PasswordChange;
import org.mailboxremediation.credential.SealedCredential;
import org.mailboxremediation.credential.Verification;
import org.mailboxremediation.restore.CaseFacts;
import org.mailboxremediation.restore.VoidRule;

/**
 * A password change.
 *
 * @param at when it was asked for
 * @param setAt when the provider was first known to hold it
 * @param settledAt when its verdict was known
 * @param verifiedBy how: fixed codes
 * @param voidSince since when the password is worth nothing; null if it is good
 */
record PasswordChangeView(
        String id,
        Instant at,
        ChangeCause cause,
        Verification verification,
        List<String> verifiedBy,
        @Nullable Instant setAt,
        @Nullable Instant settledAt,
        @Nullable String credentialId,
        @Nullable Instant revealedAt,
        @Nullable Instant voidSince) {

    static PasswordChangeView of(PasswordChange change, CaseFacts facts) {
        return new PasswordChangeView(
                change.id(),
                change.requestedAt(),
                change.cause(),
                change.verification(),
                change.verifiedBy(),
                change.setAt(),
                change.settledAt(),
                change.credentialId(),
                revealedAt(change, facts),
                VoidRule.voidSince(change, facts).orElse(null));
    }

    private static @Nullable Instant revealedAt(PasswordChange change, CaseFacts facts) {
        for (SealedCredential credential : facts.credentials()) {
            if (credential.changeId().equals(change.id())) {
                return credential.revealedAt();
            }
        }
        return null;
    }
}

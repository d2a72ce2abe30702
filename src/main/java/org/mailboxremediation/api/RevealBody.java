package org.mailboxremediation.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a password is revealed before the gate opens: from a security lead only.
 *
 * @param reason at most 2,000 characters
 */
record RevealBody(@Schema(nullable = true) @Nullable String reason) {

    static Optional<RevealBody> read(Members in) {
        return Optional.of(new RevealBody(in.text("reason", 2000).orElse(null)));
    }
}

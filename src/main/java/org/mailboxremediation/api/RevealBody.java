package org.mailboxremediation.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What goes with asking for a password. Prints without the PIN.
 *
 * @param reason why it is revealed before the gate opens, from a security lead only; at most 2,000 characters
 * @param pin the eight digits that a security lead read out, where the configuration asks for them
 */
record RevealBody(
        @Schema(nullable = true) @Nullable String reason,

        @Schema(nullable = true, example = "00000000") @Nullable
        String pin) {

    static final RevealBody NONE = new RevealBody(null, null);

    static Optional<RevealBody> read(Members in) {
        return Optional.of(new RevealBody(
                in.text("reason", 2000).orElse(null), in.line("pin", 20).orElse(null)));
    }

    String pinOrNone() {
        return pin == null ? "" : pin;
    }

    @Override
    public String toString() {
        return "RevealBody[]";
    }
}

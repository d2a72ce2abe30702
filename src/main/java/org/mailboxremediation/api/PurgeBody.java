package org.mailboxremediation.api;

import java.util.Optional;

/**
 * Why a case is to be purged of personal data.
 *
 * @param reason at most 500 characters, without personal data: it stays in the chain
 */
record PurgeBody(String reason) {

    static Optional<PurgeBody> read(Members in) {
        in.need("reason");
        return in.text("reason", 500).filter(reason -> given(reason, in)).map(PurgeBody::new);
    }

    private static boolean given(String reason, Members in) {
        if (reason.isBlank()) {
            in.broken("reason", "is required");
        }
        return !reason.isBlank();
    }
}

package org.mailboxremediation.api;

import java.util.Optional;

/**
 * Why a cleared setting is put back.
 *
 * @param reason who wants it and how that is known, at most 2,000 characters
 */
record PutBackBody(String reason) {

    static Optional<PutBackBody> read(Members in) {
        in.need("reason");
        return in.text("reason", 2000).filter(reason -> given(reason, in)).map(PutBackBody::new);
    }

    private static boolean given(String reason, Members in) {
        if (reason.isBlank()) {
            in.broken("reason", "is required");
        }
        return !reason.isBlank();
    }
}

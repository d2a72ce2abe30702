package org.mailboxremediation.api;

import java.util.Optional;

/**
 * Why a cleared setting is put back.
 *
 * @param reason who wants it and how that is known, at most 2,000 characters
 */
record PutBackBody(String reason) {

    static Optional<PutBackBody> read(Members in) {
        return in.need("reason", 2000).map(PutBackBody::new);
    }
}

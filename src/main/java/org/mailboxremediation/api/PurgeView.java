package org.mailboxremediation.api;

import org.mailboxremediation.event.Purge;

/**
 * A purge that was done.
 *
 * @param payloads how many events lost their payload
 * @param digest of what is left of them, as the chain has it
 */
record PurgeView(String requestedBy, String confirmedBy, String reason, int payloads, String digest) {

    static PurgeView of(Purge purge) {
        return new PurgeView(purge.requestedBy(), purge.confirmedBy(), purge.reason(), purge.count(), purge.digest());
    }
}

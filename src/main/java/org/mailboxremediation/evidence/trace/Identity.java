package org.mailboxremediation.evidence.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who the message says it is from. All of it is a claim, {@code authenticatedAs} excepted: that a line of our own side
 * names one of our own mailboxes there means a takeover; without such a mark the sender was only forged.
 *
 * @param from the first address of From; null where there is none
 * @param replyTo the addresses of Reply-To
 * @param mismatches where these belong to different organisations
 * @param authenticatedAs whom a line of our own side says it let in; "" for a login without a name, null for none
 * @param senderId what X-Sender-Id or X-Auth-ID names, a claim; null where there is none
 * @param claimedIps what X-Originating-IP names, a claim: never a substitute for the boundary
 * @param messageId what Message-ID names, a claim; null where there is none
 */
public record Identity(
        @Nullable String from,
        List<String> replyTo,
        List<Mismatch> mismatches,
        @Nullable String authenticatedAs,
        @Nullable String senderId,
        List<String> claimedIps,
        @Nullable String messageId) {

    /** What is known of a message that cannot be read. */
    public static final Identity UNKNOWN = new Identity(null, List.of(), List.of(), null, null, List.of(), null);

    /** Addresses of different organisational domains. */
    public enum Mismatch {
        FROM_VS_RETURN_PATH,
        FROM_VS_REPLY_TO
    }

    /** Copies the lists. */
    public Identity {
        replyTo = List.copyOf(replyTo);
        mismatches = List.copyOf(mismatches);
        claimedIps = List.copyOf(claimedIps);
    }
}

package org.mailboxremediation.evidence.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads who a message says it is from. */
final class IdentityReader {

    private static final int MOST_CLAIMS = 5;
    private static final int LONGEST_CLAIM = 100;

    private IdentityReader() {}

    static Identity read(MessageHeaders headers, @Nullable String returnPath, @Nullable String authenticatedAs) {
        List<String> from = headers.first("from").map(AddressField::addresses).orElse(List.of());
        List<String> replyTo =
                headers.first("reply-to").map(AddressField::addresses).orElse(List.of());
        Optional<String> senderId = headers.first("x-sender-id")
                .or(() -> headers.first("x-auth-id"))
                .map(PlainText::of);
        return new Identity(
                from.isEmpty() ? null : from.get(0),
                replyTo,
                mismatches(from, replyTo, returnPath),
                authenticatedAs,
                senderId.orElse(null),
                claimedIps(headers),
                headers.first("message-id")
                        .filter(id -> !id.isEmpty())
                        .map(PlainText::of)
                        .orElse(null));
    }

    private static List<Identity.Mismatch> mismatches(
            List<String> from, List<String> replyTo, @Nullable String returnPath) {
        if (from.isEmpty()) {
            return List.of();
        }
        String domain = OrganisationalDomain.ofAddress(from.get(0));
        List<Identity.Mismatch> mismatches = new ArrayList<>(2);
        String path = returnPath == null ? "" : returnPath;
        if (path.indexOf('@') >= 0 && !OrganisationalDomain.ofAddress(path).equals(domain)) {
            mismatches.add(Identity.Mismatch.FROM_VS_RETURN_PATH);
        }
        if (replyTo.stream().map(OrganisationalDomain::ofAddress).anyMatch(other -> !other.equals(domain))) {
            mismatches.add(Identity.Mismatch.FROM_VS_REPLY_TO);
        }
        return mismatches;
    }

    private static List<String> claimedIps(MessageHeaders headers) {
        List<String> claims = new ArrayList<>(1);
        for (HeaderField field : headers.fields()) {
            if (claims.size() < MOST_CLAIMS && field.is("x-originating-ip")) {
                String value = field.value();
                AddressToken.split(value.substring(0, Math.min(value.length(), LONGEST_CLAIM))).stream()
                        .flatMap(token -> AddressToken.plain(token).stream())
                        .findFirst()
                        .ifPresent(address -> claims.add(address.toString()));
            }
        }
        return claims;
    }
}

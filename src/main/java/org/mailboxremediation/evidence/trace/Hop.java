package org.mailboxremediation.evidence.trace;

import org.jspecify.annotations.Nullable;

/**
 * One Received line, from the top. Texts are a stranger's unless the role is {@code OWN}: printable ASCII, at most 255
 * characters.
 *
 * @param role how far the line can be believed
 * @param address the peer's, in RFC 5952 form; null where the line has none that can be read
 * @param helo what the peer called itself, never to be trusted; null where the line does not say
 * @param by the host that wrote the line
 * @param with the protocol
 * @param login whom the writer let in with a password; "" for a login without a name, null for none
 */
public record Hop(
        Role role,
        @Nullable String address,
        @Nullable String helo,
        @Nullable String by,
        @Nullable String with,
        @Nullable String login) {

    /** How far a line can be believed. */
    public enum Role {
        /** Written by our side about a peer of our side. */
        OWN,
        /** Written by our side about the first peer outside: the last line that can be believed. */
        BOUNDARY,
        /** Written outside: anybody can write anything. */
        CLAIM
    }

    static Hop of(Role role, ReceivedLine line) {
        return new Hop(
                role,
                line.peer().map(IpAddress::toString).orElse(null),
                text(line.helo()),
                text(line.by()),
                text(line.with()),
                line.login());
    }

    private static @Nullable String text(String text) {
        return text.isEmpty() ? null : PlainText.of(text);
    }
}

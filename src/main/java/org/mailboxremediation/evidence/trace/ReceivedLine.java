package org.mailboxremediation.evidence.trace;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One Received line (RFC 5321 §4.4) as far as the peer goes.
 *
 * @param hop whether mail came over a network here, by SMTP or its kin
 * @param peer the address the receiving side saw; empty where it is no hop or cannot be read
 */
record ReceivedLine(boolean hop, Optional<IpAddress> peer) {

    private static final int LONGEST = 4096;
    private static final ReceivedLine NO_HOP = new ReceivedLine(false, Optional.empty());
    private static final Pattern FROM = Pattern.compile("(?i)^\\(?from\\s");
    private static final Pattern FETCHED =
            Pattern.compile("(?is).*\\b(fetchmail|with\\s+(pop3?|imap4?|local|internal|uucp|lmtps?a?))\\b.*");

    /** A line of more than 4,096 characters is a hop that cannot be read: real ones have a few hundred. */
    static ReceivedLine read(String value) {
        if (value.length() > LONGEST) {
            return new ReceivedLine(true, Optional.empty());
        }
        if (!FROM.matcher(value).find()) {
            return NO_HOP;
        }
        boolean wrapped = value.charAt(0) == '(';
        FromClause clause = FromClause.read(value.substring(wrapped ? 6 : 5));
        Optional<IpAddress> peer = PeerAddress.in(clause);
        if (FETCHED.matcher(clause.rest()).matches() || (peer.isEmpty() && isLocal(clause))) {
            return NO_HOP;
        }
        return new ReceivedLine(true, peer);
    }

    /** A line about this very host: the name of the peer is all there is, and no address was ever involved. */
    private static boolean isLocal(FromClause clause) {
        String name = clause.words().isEmpty() ? "" : clause.words().get(0);
        return name.equalsIgnoreCase("localhost") || name.indexOf('@') >= 0;
    }
}

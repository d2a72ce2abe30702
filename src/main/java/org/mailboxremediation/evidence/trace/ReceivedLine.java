package org.mailboxremediation.evidence.trace;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One Received line (RFC 5321 §4.4) as far as the peer goes.
 *
 * @param hop whether mail came over a network here, by SMTP or its kin
 * @param peer the address the receiving side saw; empty where there is none or it cannot be read
 * @param known where an unreadable address lies for certain
 * @param helo what the peer called itself; empty where it did not
 * @param by who wrote the line; empty where it does not say
 * @param with the protocol; empty where the line does not say
 * @param login whom the receiving side let in; "" for a login without a name, null for none
 */
record ReceivedLine(
        boolean hop,
        Optional<IpAddress> peer,
        Optional<AddressBlock> known,
        String helo,
        String by,
        String with,
        @Nullable String login) {

    private static final int LONGEST = 4096;
    private static final Set<String> NOT_OVER_SMTP = Set.of(
            "pop",
            "pops",
            "pop2",
            "pop3",
            "pop3s",
            "pop3-ssl",
            "apop",
            "kpop",
            "imap",
            "imaps",
            "imap4",
            "imap-ssl",
            "imap4-ssl",
            "etrn",
            "local",
            "internal",
            "uucp",
            "lmtp",
            "lmtpa",
            "lmtps",
            "lmtpsa");

    /** A line of more than 4,096 characters is a hop that cannot be read: real ones have a few hundred. */
    static ReceivedLine read(String value) {
        if (value.length() > LONGEST) {
            return new ReceivedLine(true, Optional.empty(), Optional.empty(), "", "", "", null);
        }
        int start = behindFrom(value);
        FromClause clause = FromClause.read(start < 0 ? "- " + value : value, Math.max(start, 0));
        String with = clause.after("with");
        String login = SubmissionMark.in(clause, with);
        if (start < 0) {
            return writerFirst(clause, with, login);
        }
        Optional<IpAddress> peer = PeerAddress.in(clause);
        Optional<AddressBlock> known =
                peer.isPresent() ? Optional.empty() : RedactedAddress.known(PeerAddress.written(clause));
        boolean hop = !isFetched(clause, with) && !(peer.isEmpty() && isLocal(clause));
        return new ReceivedLine(hop, peer, known, helo(clause), clause.after("by"), with, login);
    }

    /** A line without a peer is no hop, unless the peer is named behind its writer. */
    private static ReceivedLine writerFirst(FromClause clause, String with, @Nullable String login) {
        Optional<FromClause> behind = clause.peerBehindBy();
        Optional<IpAddress> peer = behind.flatMap(PeerAddress::in);
        String helo = peer.isPresent() ? behind.map(ReceivedLine::helo).orElse("") : "";
        return new ReceivedLine(peer.isPresent(), peer, Optional.empty(), helo, clause.after("by"), with, login);
    }

    /** Where the text behind {@code from} begins, bracketed as a whole or not; -1 where the line names no peer. */
    private static int behindFrom(String value) {
        int from = !value.isEmpty() && value.charAt(0) == '(' ? 1 : 0;
        boolean given = value.regionMatches(true, from, "from", 0, 4)
                && value.length() > from + 4
                && Character.isWhitespace(value.charAt(from + 4));
        return given ? from + 5 : -1;
    }

    /** A mailbox that was fetched, or a hand-over within the host, is no peer's doing. */
    private static boolean isFetched(FromClause clause, String with) {
        return NOT_OVER_SMTP.contains(with.toLowerCase(Locale.ROOT))
                || clause.rest().stream().anyMatch(token -> Words.find(token, "fetchmail") >= 0)
                || clause.rest().stream().anyMatch(token -> token.startsWith("(getmail"));
    }

    /** A line about this very host: the name of the peer is all there is, and no address was ever involved. */
    private static boolean isLocal(FromClause clause) {
        String name = clause.words().isEmpty() ? "" : clause.words().get(0);
        // Mercury names its own queue.
        return name.equalsIgnoreCase("localhost") || name.equalsIgnoreCase("spooler") || name.indexOf('@') >= 0;
    }

    private static String helo(FromClause clause) {
        for (String comment : clause.comments()) {
            if (Words.beginsWithOneOf(comment, "helo", "ehlo", "lhlo")) {
                List<String> parts = AddressToken.split(comment.replace('=', ' '));
                return parts.size() > 1 ? parts.get(1) : "";
            }
        }
        return clause.words().isEmpty() ? "" : clause.words().get(0);
    }
}

package org.mailboxremediation.evidence.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the peer's address in a from clause. What the peer said of itself (HELO, certificate, login) never counts. */
final class PeerAddress {

    private static final String[] SAID_BY_PEER = {
        "helo", "ehlo", "lhlo", "client", "authenticated", "using", "no client", "version", "misconfigured"
    };
    private static final String[] SAID_FROM_HERE = {"helo", "ehlo", "lhlo", "ident"};

    private PeerAddress() {}

    /** Empty where nothing readable was written by the receiving side. */
    static Optional<IpAddress> in(FromClause clause) {
        List<String> written = written(clause);
        for (int i = written.size() - 1; i >= 0; i--) {
            Optional<IpAddress> address = ofComment(written.get(i));
            if (address.isPresent()) {
                return address;
            }
        }
        boolean unreadable = clause.isAmbiguous() || written.stream().anyMatch(RedactedAddress::isIn);
        return unreadable ? Optional.empty() : ofWords(clause.words());
    }

    /** The comments of the from clause as far as the receiving side wrote them itself. */
    static List<String> written(FromClause clause) {
        List<String> written = new ArrayList<>(clause.comments().size());
        for (String comment : clause.comments()) {
            if (!Words.beginsWithOneOf(comment, SAID_BY_PEER)) {
                written.add(beforePeersWords(comment));
            }
        }
        return written;
    }

    private static String beforePeersWords(String comment) {
        char before = ' ';
        for (int at = 0; at < comment.length(); at++) {
            // Some put what the peer says in quotation marks.
            if ((before == ' ' || before == '\t' || before == '"') && isSaid(comment, at)) {
                return comment.substring(0, at);
            }
            before = comment.charAt(at);
        }
        return comment;
    }

    private static boolean isSaid(String comment, int at) {
        for (String said : SAID_FROM_HERE) {
            int behind = at + said.length();
            if (Words.at(comment, at, said) && behind < comment.length() && "= ".indexOf(comment.charAt(behind)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static Optional<IpAddress> ofComment(String comment) {
        Optional<IpAddress> bracketed = lastBracketed(comment);
        return bracketed.isPresent() ? bracketed : last(AddressToken.split(comment));
    }

    private static Optional<IpAddress> ofWords(List<String> words) {
        Optional<IpAddress> bracketed = lastBracketed(String.join(" ", words));
        return bracketed.isPresent() ? bracketed : last(words);
    }

    private static Optional<IpAddress> lastBracketed(String text) {
        Optional<IpAddress> found = Optional.empty();
        int open = -1;
        for (int at = text.indexOf('['); at >= 0 && at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == ']' && open >= 0) {
                Optional<IpAddress> address = AddressToken.plain(text.substring(open + 1, at));
                found = address.isPresent() ? address : found;
            }
            open = c == '[' ? at : c == ']' ? -1 : open;
        }
        return found;
    }

    private static Optional<IpAddress> last(List<String> tokens) {
        for (int i = tokens.size() - 1; i >= 0; i--) {
            Optional<IpAddress> address = AddressToken.plain(tokens.get(i));
            if (address.isPresent()) {
                return address;
            }
        }
        return Optional.empty();
    }
}

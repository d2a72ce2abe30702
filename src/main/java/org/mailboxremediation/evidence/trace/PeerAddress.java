package org.mailboxremediation.evidence.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the peer's address in a from clause. What the peer said of itself (HELO, certificate, login) never counts. */
final class PeerAddress {

    private static final Pattern SAID_BY_PEER =
            Pattern.compile("(?i)^\\s*(helo|ehlo|client|authenticated|using|no client|version|misconfigured)\\b.*");
    private static final Pattern SAID_FROM_HERE = Pattern.compile("(?i)(^|\\s)(helo|ehlo|ident)[= ]");
    private static final Pattern BRACKETED = Pattern.compile("\\[([^\\[\\]]{2,64})\\]");
    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\[\\]<>,()]+");

    private PeerAddress() {}

    /** Empty where nothing readable was written by the receiving side. */
    static Optional<IpAddress> in(FromClause clause) {
        List<String> written = new ArrayList<>();
        for (String comment : clause.comments()) {
            if (!SAID_BY_PEER.matcher(comment).matches()) {
                written.add(beforePeersWords(comment));
            }
        }
        for (int i = written.size() - 1; i >= 0; i--) {
            Optional<IpAddress> address = ofComment(written.get(i));
            if (address.isPresent()) {
                return address;
            }
        }
        return written.stream().anyMatch(PeerAddress::holdsAnAddress) ? Optional.empty() : ofWords(clause.words());
    }

    private static String beforePeersWords(String comment) {
        Matcher said = SAID_FROM_HERE.matcher(comment);
        return said.find() ? comment.substring(0, said.start()) : comment;
    }

    private static Optional<IpAddress> ofComment(String comment) {
        Optional<IpAddress> bracketed = lastBracketed(comment);
        return bracketed.isPresent() ? bracketed : last(SEPARATORS.split(comment));
    }

    private static Optional<IpAddress> lastBracketed(String text) {
        Optional<IpAddress> found = Optional.empty();
        for (Matcher brackets = BRACKETED.matcher(text); brackets.find(); ) {
            Optional<IpAddress> address = single(brackets.group(1));
            found = address.isPresent() ? address : found;
        }
        return found;
    }

    private static Optional<IpAddress> ofWords(List<String> words) {
        String joined = String.join(" ", words);
        Optional<IpAddress> bracketed = lastBracketed(joined);
        return bracketed.isPresent() ? bracketed : last(words.toArray(String[]::new));
    }

    private static Optional<IpAddress> last(String[] tokens) {
        for (int i = tokens.length - 1; i >= 0; i--) {
            Optional<IpAddress> address = single(tokens[i]);
            if (address.isPresent()) {
                return address;
            }
        }
        return Optional.empty();
    }

    /** An address, or an IPv4 address with a port. */
    private static Optional<IpAddress> single(String token) {
        int colon = token.indexOf(':');
        boolean port = colon > 6 && token.indexOf(':', colon + 1) < 0 && token.indexOf('.') > 0;
        return IpAddress.parse(port ? token.substring(0, colon) : token);
    }

    /** Whether the receiving side wrote something in an address's place that cannot be read (redacted, broken). */
    private static boolean holdsAnAddress(String comment) {
        return comment.indexOf('[') >= 0
                || Arrays.stream(SEPARATORS.split(comment)).anyMatch(PeerAddress::looksLikeAnAddress);
    }

    private static boolean looksLikeAnAddress(String token) {
        return token.matches("[0-9].*\\..*\\.[0-9]{1,3}") || token.matches("(?i)[0-9a-f]{1,4}:.*:[0-9a-f]{0,4}");
    }
}

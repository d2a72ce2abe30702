package org.mailboxremediation.evidence.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The spellings of an address in Received lines: alone, with a port, behind an ident answer. */
final class AddressToken {

    private static final int LONGEST = 80;

    private AddressToken() {}

    static List<String> split(String text) {
        List<String> tokens = new ArrayList<>(4);
        int from = 0;
        for (int at = 0; at <= text.length(); at++) {
            if (at == text.length() || isSeparator(text.charAt(at))) {
                if (at > from) {
                    tokens.add(text.substring(from, at));
                }
                from = at + 1;
            }
        }
        return tokens;
    }

    /** Asked of every character of a stranger's text, several times: of the first 256, white space is below 33 only. */
    private static boolean isSeparator(char c) {
        return switch (c) {
            case '[', ']', '<', '>', ',', '(', ')' -> true;
            default -> (c <= ' ' || c > 255) && Character.isWhitespace(c);
        };
    }

    /** {@code 192.0.2.1}, {@code 192.0.2.1:25} or qmail's {@code ident@192.0.2.1}. */
    static Optional<IpAddress> plain(String token) {
        if (token.length() > LONGEST) {
            return Optional.empty();
        }
        String behindIdent = token.substring(token.lastIndexOf('@') + 1);
        int colon = behindIdent.indexOf(':');
        boolean port = colon > 6 && behindIdent.indexOf(':', colon + 1) < 0 && behindIdent.indexOf('.') > 0;
        return candidate(port ? behindIdent.substring(0, colon) : behindIdent);
    }

    /** Most tokens are host names: a look at both ends spares them the parser. */
    private static Optional<IpAddress> candidate(String text) {
        boolean possible = !text.isEmpty()
                && (text.charAt(0) == ':' || Words.isLetterOrDigit(text.charAt(0)))
                && (text.indexOf(':') >= 0 || Words.isDigit(text.charAt(text.length() - 1)));
        return possible ? IpAddress.parse(text) : Optional.empty();
    }
}

package org.mailboxremediation.evidence.trace;

import java.util.List;
import java.util.Optional;

/**
 * An address that the receiving side wrote and somebody made unreadable. What is left of its beginning may still tell
 * that it is our own: every address that begins so is.
 */
final class RedactedAddress {

    private RedactedAddress() {}

    /** Whether the comment has something in an address's place that cannot be read. */
    static boolean isIn(String comment) {
        return AddressToken.split(comment).stream().anyMatch(RedactedAddress::looksLike)
                || (comment.indexOf('[') >= 0 && !isVersion(comment));
    }

    /** The block in which the last such address of the comments lies for certain. */
    static Optional<AddressBlock> known(List<String> comments) {
        for (int i = comments.size() - 1; i >= 0; i--) {
            for (String token : AddressToken.split(comments.get(i))) {
                if (looksLike(token)) {
                    return token.indexOf(':') > 0 ? beginning(token, ':', 16, 0) : beginning(token, '.', 10, 96);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean looksLike(String token) {
        int first = token.indexOf('.');
        int last = token.lastIndexOf('.');
        boolean v4 = Words.isDigit(token.charAt(0))
                && last > first
                && token.length() - last <= 4
                && last + 1 < token.length()
                && digits(token, last + 1)
                && !isVersionNumber(token);
        int colon = token.indexOf(':');
        return v4 || (colon > 0 && colon <= 4 && hex(token, colon) && token.lastIndexOf(':') > colon);
    }

    /** A program's version in brackets has two or three numbers. */
    private static boolean isVersion(String comment) {
        int open = comment.lastIndexOf('[');
        int close = comment.indexOf(']', open);
        return open >= 0 && close > open && isVersionNumber(comment.substring(open + 1, close));
    }

    private static boolean isVersionNumber(String text) {
        return text.chars().allMatch(c -> c == '.' || Words.isDigit((char) c))
                && text.chars().filter(c -> c == '.').count() < 3;
    }

    private static boolean digits(String token, int from) {
        return token.substring(from).chars().allMatch(c -> Words.isDigit((char) c));
    }

    private static boolean hex(String token, int to) {
        return token.substring(0, to).chars().allMatch(c -> Words.isHex((char) c));
    }

    /** The whole groups before the first one that cannot be read. */
    private static Optional<AddressBlock> beginning(String token, char separator, int radix, int shift) {
        int bits = 0;
        int from = 0;
        StringBuilder base = new StringBuilder();
        for (int end = token.indexOf(separator); end > from; end = token.indexOf(separator, from)) {
            String group = token.substring(from, end);
            if (group.length() > 4 || !group.chars().allMatch(c -> c < 128 && Character.digit(c, radix) >= 0)) {
                break;
            }
            base.append(group).append(separator);
            bits += radix == 16 ? 16 : 8;
            from = end + 1;
        }
        if (bits == 0 || bits > (radix == 16 ? 112 : 24)) {
            return Optional.empty();
        }
        String zeros = radix == 16 ? ":" : "0.0.0.0".substring(2 * bits / 8);
        int prefix = shift + bits;
        return IpAddress.parse(base + zeros).map(address -> new AddressBlock(address, prefix));
    }
}

package org.mailboxremediation.evidence.trace;

import java.util.ArrayList;
import java.util.List;

/**
 * The addresses of a From or Reply-To field (RFC 5322 §3.4), names and comments left out. A quotation, comment or angle
 * that is never closed is searched for its end once: the time stays linear.
 */
final class AddressField {

    private static final int MOST = 20;
    private static final int LONGEST = 254;

    private final String value;
    private final List<String> inAngles = new ArrayList<>(2);
    private final StringBuilder bare = new StringBuilder();
    private String unclosed = "";

    private AddressField(String value) {
        this.value = value;
    }

    static List<String> addresses(String value) {
        AddressField field = new AddressField(value);
        for (int at = 0; at < value.length() && field.inAngles.size() < MOST; ) {
            at = field.next(at);
        }
        return field.inAngles.isEmpty() ? bare(field.bare.toString()) : field.inAngles;
    }

    private int next(int at) {
        char c = value.charAt(at);
        int end = unclosed.indexOf(c) >= 0 ? -1 : end(c, at);
        if (end < 0) {
            unclosed += unclosed.indexOf(c) < 0 ? String.valueOf(c) : "";
        }
        if (end > at + 1 && c == '<') {
            add(value.substring(at + 1, end - 1), inAngles);
        } else if (end <= at + 1) {
            bare.append(c);
        }
        return Math.max(end, at + 1);
    }

    /** Behind what begins here; -1 where it has no end. */
    private int end(char opening, int at) {
        return switch (opening) {
            case '<' -> angleEnd(at);
            case '"' -> quoteEnd(at);
            case '(' -> commentEnd(at);
            default -> at + 1;
        };
    }

    private int angleEnd(int from) {
        int close = value.indexOf('>', from);
        return close < 0 ? -1 : close + 1;
    }

    private int quoteEnd(int from) {
        for (int at = from + 1; at < value.length(); at++) {
            if (value.charAt(at) == '\\') {
                at++;
            } else if (value.charAt(at) == '"') {
                return at + 1;
            }
        }
        return -1;
    }

    private int commentEnd(int from) {
        int depth = 0;
        for (int at = from; at < value.length(); at++) {
            depth += value.charAt(at) == '(' ? 1 : value.charAt(at) == ')' ? -1 : 0;
            if (depth == 0) {
                return at + 1;
            }
        }
        return -1;
    }

    private static List<String> bare(String text) {
        List<String> found = new ArrayList<>(2);
        for (String token : AddressToken.split(text.replace(';', ',').replace(':', ','))) {
            if (found.size() < MOST) {
                add(token, found);
            }
        }
        return found;
    }

    private static void add(String text, List<String> found) {
        String trimmed = text.strip();
        boolean quoted = trimmed.length() > 2 && trimmed.startsWith("\"") && trimmed.endsWith("\"");
        String address = quoted ? trimmed.substring(1, trimmed.length() - 1) : trimmed;
        int at = address.lastIndexOf('@');
        if (at > 0 && at + 1 < address.length() && address.length() <= LONGEST && PlainText.isPlain(address)) {
            found.add(address);
        }
    }
}

package org.mailboxremediation.evidence.trace;

import java.util.ArrayList;
import java.util.List;

/** The addresses of a From or Reply-To field (RFC 5322 §3.4), names and comments left out. */
final class AddressField {

    private static final int MOST = 20;
    private static final int LONGEST = 254;

    private AddressField() {}

    static List<String> addresses(String value) {
        List<String> inAngles = new ArrayList<>(2);
        StringBuilder bare = new StringBuilder();
        for (int at = 0; at < value.length() && inAngles.size() < MOST; ) {
            char c = value.charAt(at);
            int end = c == '"' ? quoteEnd(value, at) : c == '(' ? commentEnd(value, at) : at + 1;
            int close = c == '<' ? value.indexOf('>', at) : -1;
            if (close > 0) {
                add(value.substring(at + 1, close), inAngles);
                end = close + 1;
            } else if (end == at + 1) {
                bare.append(c);
            }
            at = end;
        }
        return inAngles.isEmpty() ? bare(bare.toString()) : inAngles;
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
        String bare = text.strip();
        boolean quoted = bare.length() > 2 && bare.startsWith("\"") && bare.endsWith("\"");
        String address = quoted ? bare.substring(1, bare.length() - 1) : bare;
        int at = address.lastIndexOf('@');
        if (at > 0 && at + 1 < address.length() && address.length() <= LONGEST && PlainText.isPlain(address)) {
            found.add(address);
        }
    }

    private static int quoteEnd(String value, int from) {
        for (int at = from + 1; at < value.length(); at++) {
            if (value.charAt(at) == '\\') {
                at++;
            } else if (value.charAt(at) == '"') {
                return at + 1;
            }
        }
        return from + 1;
    }

    private static int commentEnd(String value, int from) {
        int depth = 0;
        for (int at = from; at < value.length(); at++) {
            depth += value.charAt(at) == '(' ? 1 : value.charAt(at) == ')' ? -1 : 0;
            if (depth == 0) {
                return at + 1;
            }
        }
        return from + 1;
    }
}

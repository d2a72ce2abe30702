package org.mailboxremediation.evidence.trace;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Encoded words (RFC 2047) in the fields whose text is read; all of them are taken for UTF-8. */
final class EncodedWords {

    private static final int MOST = 500;
    private static final int LONGEST_CHARSET = 60;

    private EncodedWords() {}

    /**
     * Counts the encoded words of a header block. What only begins like one counts too.
     *
     * @throws UnreadableMessage beyond 500 of them
     */
    static void bound(byte[] message, int from, int to) {
        int words = 0;
        for (int at = from; at + 1 < to; at++) {
            if (message[at] == '=' && message[at + 1] == '?' && isWord(message, at + 2, to) && ++words > MOST) {
                throw new UnreadableMessage("The header has more than 500 encoded words.");
            }
        }
    }

    /** Whether a character set and an encoding follow: an address in a URL has neither. */
    private static boolean isWord(byte[] message, int from, int to) {
        int at = from;
        int end = Math.min(to, from + LONGEST_CHARSET);
        while (at < end && message[at] != '?' && message[at] > ' ') {
            at++;
        }
        return at > from
                && at + 2 < to
                && message[at] == '?'
                && "BbQq".indexOf(message[at + 1]) >= 0
                && message[at + 2] == '?';
    }

    /**
     * Decodes a field that begins with an encoded word; any other is given back as it is.
     *
     * @throws UnreadableMessage beyond 500 of them
     */
    static String decode(String value) {
        if (!value.startsWith("=?")) {
            return value;
        }
        ByteArrayOutputStream text = new ByteArrayOutputStream(value.length());
        int words = 0;
        for (String word : value.split("\\s+", MOST + 2)) {
            if (++words > MOST) {
                throw new UnreadableMessage("A header field has more than 500 encoded words.");
            }
            text.writeBytes(decodeWord(word));
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    private static byte[] decodeWord(String word) {
        String[] parts = word.split("\\?", 5);
        boolean encoded = parts.length == 5 && parts[0].equals("=") && parts[4].equals("=");
        if (encoded && parts[2].equalsIgnoreCase("B")) {
            try {
                return Base64.getDecoder().decode(parts[3]);
            } catch (IllegalArgumentException broken) {
                return new byte[0];
            }
        }
        return encoded && parts[2].equalsIgnoreCase("Q")
                ? quoted(parts[3])
                : (word + " ").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] quoted(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean hex = c == '='
                    && at + 2 < text.length()
                    && Words.isHex(text.charAt(at + 1))
                    && Words.isHex(text.charAt(at + 2));
            bytes.write(hex ? Integer.parseInt(text, at + 1, at + 3, 16) : c == '_' ? ' ' : c);
            at += hex ? 2 : 0;
        }
        return bytes.toByteArray();
    }
}

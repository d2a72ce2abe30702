package org.mailboxremediation.evidence.trace;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Encoded words (RFC 2047) in the fields whose text is read; all of them are taken for UTF-8. */
final class EncodedWords {

    private static final int MOST = 500;

    private EncodedWords() {}

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

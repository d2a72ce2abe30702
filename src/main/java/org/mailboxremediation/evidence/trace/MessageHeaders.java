package org.mailboxremediation.evidence.trace;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A message's header fields in order, unfolded (RFC 5322 §2.2.3). Reading is bounded and takes linear time. */
public final class MessageHeaders {

    /** The largest message that is read: 25 MiB. */
    public static final int MAX_MESSAGE = 25 * 1024 * 1024;

    private static final int MAX_BLOCK = 256 * 1024;
    private static final int MAX_FIELDS = 1000;

    private final List<Field> fields;

    private MessageHeaders(List<Field> fields) {
        this.fields = List.copyOf(fields);
    }

    /**
     * One field.
     *
     * @param name in lower case
     * @param value unfolded, trimmed; one char a byte (ISO 8859-1): it is what a stranger wrote
     */
    record Field(String name, String value) {}

    /**
     * Reads the header block and leaves the body alone. Lines that are no header line (an mbox separator, rubbish) are
     * passed over.
     *
     * @throws UnreadableMessage beyond 25 MiB, 256 KiB of header or 1,000 fields
     */
    public static MessageHeaders parse(byte[] message) {
        if (message.length > MAX_MESSAGE) {
            throw new UnreadableMessage("The message is larger than 25 MiB.");
        }
        List<Field> fields = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (int from = start(message); from < message.length; ) {
            int end = lineEnd(message, from);
            String line = new String(message, from, contentEnd(message, from, end) - from, StandardCharsets.ISO_8859_1);
            if (line.isEmpty()) {
                break;
            }
            if (line.charAt(0) != ' ' && line.charAt(0) != '\t') {
                close(open, fields);
            }
            open.append(line);
            from = end + 1;
        }
        close(open, fields);
        return new MessageHeaders(fields);
    }

    List<Field> fields() {
        return fields;
    }

    /** The value of the topmost field of that name (any case), as a stranger may have written it. */
    Optional<String> first(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return fields.stream()
                .filter(field -> field.name().equals(wanted))
                .map(Field::value)
                .findFirst();
    }

    /** Behind blank lines and a byte order mark, which some exports put in front. */
    private static int start(byte[] message) {
        int at = message.length > 2 && message[0] == (byte) 0xef && message[1] == (byte) 0xbb ? 3 : 0;
        while (at < message.length && (message[at] == '\n' || message[at] == '\r')) {
            at++;
        }
        return at;
    }

    private static int lineEnd(byte[] message, int from) {
        int end = from;
        while (end < message.length && message[end] != '\n') {
            end++;
            if (end > MAX_BLOCK) {
                throw new UnreadableMessage("The header is larger than 256 KiB.");
            }
        }
        return end;
    }

    private static int contentEnd(byte[] message, int from, int end) {
        return end > from && message[end - 1] == '\r' ? end - 1 : end;
    }

    private static void close(StringBuilder open, List<Field> fields) {
        int colon = open.indexOf(":");
        String name = colon < 1 ? "" : open.substring(0, colon).stripTrailing();
        if (!name.isEmpty() && name.chars().allMatch(c -> c > ' ' && c < 127)) {
            if (fields.size() == MAX_FIELDS) {
                throw new UnreadableMessage("The header has more than 1,000 fields.");
            }
            fields.add(new Field(
                    name.toLowerCase(Locale.ROOT), open.substring(colon + 1).strip()));
        }
        open.setLength(0);
    }
}

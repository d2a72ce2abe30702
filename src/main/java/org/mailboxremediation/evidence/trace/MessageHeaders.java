package org.mailboxremediation.evidence.trace;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A message's header fields in order (RFC 5322 §2.2). Reading is bounded and takes linear time. */
public final class MessageHeaders {

    /** The largest message that is read: 25 MiB. */
    public static final int MAX_MESSAGE = 25 * 1024 * 1024;

    private static final int MAX_BLOCK = 256 * 1024;
    private static final int MAX_FIELDS = 1000;
    private static final int MAX_LINE = 10_000;
    private static final int LONGEST_NAME = 200;

    private final byte[] message;
    private final List<HeaderField> fields = new ArrayList<>(48);

    private MessageHeaders(byte[] message) {
        this.message = message;
    }

    /**
     * Reads the header block and leaves the body alone. Lines that are no header line (an mbox separator, rubbish) are
     * passed over.
     *
     * @throws UnreadableMessage beyond 25 MiB, 256 KiB of header, 1,000 fields, 10,000 bytes a line or 500 encoded
     *     words
     */
    public static MessageHeaders parse(byte[] message) {
        if (message.length > MAX_MESSAGE) {
            throw new UnreadableMessage("The message is larger than 25 MiB.");
        }
        MessageHeaders headers = new MessageHeaders(message);
        headers.read();
        return headers;
    }

    List<HeaderField> fields() {
        return fields;
    }

    /** The value of the topmost field of that name (in lower case), as a stranger may have written it. */
    Optional<String> first(String name) {
        for (HeaderField field : fields) {
            if (field.is(name)) {
                return Optional.of(field.value());
            }
        }
        return Optional.empty();
    }

    private void read() {
        int first = start();
        int open = first;
        int next = first;
        while (next < message.length) {
            int end = lineEnd(next);
            int content = end > next && message[end - 1] == '\r' ? end - 1 : end;
            if (end - first > MAX_BLOCK) {
                throw new UnreadableMessage("The header is larger than 256 KiB.");
            }
            if (content - next > MAX_LINE) {
                throw new UnreadableMessage("A header line is longer than 10,000 bytes.");
            }
            if (content == next) {
                break;
            }
            if (message[next] != ' ' && message[next] != '\t') {
                close(open, next);
                open = next;
            }
            next = end + 1;
        }
        close(open, Math.min(next, message.length));
        EncodedWords.bound(message, first, Math.min(next, message.length));
    }

    /** Behind blank lines and a byte order mark, which some exports put in front. */
    private int start() {
        int at = message.length > 2 && message[0] == (byte) 0xef && message[1] == (byte) 0xbb ? 3 : 0;
        while (at < message.length && (message[at] == '\n' || message[at] == '\r')) {
            at++;
        }
        return at;
    }

    private int lineEnd(int from) {
        int end = from;
        while (end < message.length && message[end] != '\n') {
            end++;
        }
        return end;
    }

    private void close(int from, int to) {
        int colon = from;
        while (colon < to && message[colon] > ' ' && message[colon] < 127 && message[colon] != ':') {
            colon++;
        }
        int nameEnd = colon;
        while (colon < to && (message[colon] == ' ' || message[colon] == '\t')) {
            colon++;
        }
        if (nameEnd == from || nameEnd - from > LONGEST_NAME || colon == to || message[colon] != ':') {
            return;
        }
        if (fields.size() == MAX_FIELDS) {
            throw new UnreadableMessage("The header has more than 1,000 fields.");
        }
        String name = new String(message, from, nameEnd - from, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        fields.add(new HeaderField(name, message, colon + 1, to));
    }
}

package org.mailboxremediation.evidence.trace;

import java.nio.charset.StandardCharsets;

/** One field of a header block; its value is cut out of the message only when somebody asks for it. */
final class HeaderField {

    private final String name;
    private final byte[] message;
    private final int from;
    private final int to;

    HeaderField(String name, byte[] message, int from, int to) {
        this.name = name;
        this.message = message;
        this.from = from;
        this.to = to;
    }

    /** In lower case. */
    String name() {
        return name;
    }

    boolean is(String wanted) {
        return name.equals(wanted);
    }

    /** Unfolded (RFC 5322 §2.2.3) and trimmed; one char a byte (ISO 8859-1): it is what a stranger wrote. */
    String value() {
        byte[] line = new byte[to - from];
        int length = 0;
        for (int at = from; at < to; at++) {
            byte b = message[at];
            boolean ending = b == '\n' || (b == '\r' && at + 1 < to && message[at + 1] == '\n');
            if (!ending) {
                line[length++] = b;
            }
        }
        return new String(line, 0, length, StandardCharsets.ISO_8859_1).strip();
    }
}

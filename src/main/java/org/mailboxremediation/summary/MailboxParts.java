package org.mailboxremediation.summary;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The places of an address at which somebody may begin to search: its start, each word or number of the name, the domain
 * with and without its {@code @}, and each label of the domain but the last.
 */
final class MailboxParts {

    private static final int MOST = 24;
    private static final Pattern START = Pattern.compile("(?<![a-z])[a-z]|(?<![0-9])[0-9]|@", Pattern.CASE_INSENSITIVE);

    private MailboxParts() {}

    /** The address from each such place on; at most 24, each once. */
    static Set<String> of(String mailbox) {
        Set<String> parts = new LinkedHashSet<>(Set.of(mailbox));
        Matcher starts = START.matcher(mailbox);
        int last = mailbox.lastIndexOf('.');
        while (starts.find() && parts.size() < MOST) {
            if (starts.start() < last) {
                parts.add(mailbox.substring(starts.start()));
            }
        }
        return parts;
    }

    /** As stored and compared. */
    static byte[] bytes(String part) {
        return part.getBytes(StandardCharsets.UTF_8);
    }

    /** The first bytes that no longer begin with that text, which holds ASCII only and is not empty. */
    static byte[] after(String text) {
        byte[] bytes = bytes(text);
        byte[] next = Arrays.copyOf(bytes, bytes.length);
        next[next.length - 1]++;
        return next;
    }
}

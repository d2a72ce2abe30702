package org.mailboxremediation.app.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Looks for all forms of all canaries at once; a finding is named {@code WHERE: CANARY FORM}. */
public final class CanarySearch {

    private static final int START = 4;

    private final Map<Integer, List<Needle>> needles = new HashMap<>();

    /** A search for these. */
    public CanarySearch(Collection<Canary> canaries) {
        canaries.forEach(canary -> canary.forms().forEach((form, bytes) -> {
            Needle needle = new Needle(canary.name() + " " + form, bytes);
            needles.computeIfAbsent(start(bytes, 0), key -> new ArrayList<>()).add(needle);
        }));
    }

    /** A search for one. */
    public CanarySearch(Canary canary) {
        this(List.of(canary));
    }

    /** The findings in a text. */
    public Set<String> in(String where, String text) {
        return in(where, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The findings in bytes. */
    public Set<String> in(String where, byte[] hay) {
        Set<String> found = new TreeSet<>();
        for (int at = 0; at + START <= hay.length; at++) {
            for (Needle needle : needles.getOrDefault(start(hay, at), List.of())) {
                if (needle.isAt(hay, at)) {
                    found.add(where + ": " + needle.label);
                }
            }
        }
        return found;
    }

    /** The findings in the files below a folder. */
    public Set<String> files(Path folder) {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                found.addAll(in("file " + folder.relativize(file), Files.readAllBytes(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static int start(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes, at, START).getInt();
    }

    private static final class Needle {

        private final String label;
        private final byte[] bytes;
        /** Whether it counts only where no letter or digit stands beside it, since chance could make it. */
        private final boolean alone;

        Needle(String label, byte[] bytes) {
            this.label = label;
            this.bytes = bytes;
            this.alone = bytes.length <= 8;
        }

        boolean isAt(byte[] hay, int at) {
            int end = at + bytes.length;
            return end <= hay.length
                    && Arrays.equals(hay, at, end, bytes, 0, bytes.length)
                    && !(alone && (isWord(hay, at - 1) || isWord(hay, end)));
        }

        private static boolean isWord(byte[] hay, int at) {
            return at >= 0 && at < hay.length && Character.isLetterOrDigit(hay[at]);
        }
    }
}

package org.mailboxremediation.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A case file as an archive that may be hostile: its members are read one at a time, each up to a bound. */
final class OpenedCaseFile implements AutoCloseable {

    /** A member is no larger than a piece of evidence may be, with room for the events of years. */
    static final int LARGEST_MEMBER = 64 * 1024 * 1024;

    static final int MOST_MEMBERS = 10_000;

    private final ZipFile zip;

    OpenedCaseFile(Path file) throws IOException {
        zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
    }

    /** All names in the archive's order, folders left out; a name that stands twice is there twice. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        for (Enumeration<? extends ZipEntry> entries = zip.entries();
                entries.hasMoreElements() && names.size() <= MOST_MEMBERS; ) {
            ZipEntry entry = entries.nextElement();
            if (!entry.isDirectory()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    /** Names that stand twice. */
    Set<String> doubled() {
        Set<String> seen = new LinkedHashSet<>();
        Set<String> doubled = new LinkedHashSet<>();
        names().forEach(name -> {
            if (!seen.add(name)) {
                doubled.add(name);
            }
        });
        return doubled;
    }

    /** The member's content; empty where there is none, or it cannot be unpacked, or is larger than any should be. */
    Optional<byte[]> content(String name) {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            return Optional.empty();
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] content = in.readNBytes(LARGEST_MEMBER + 1);
            return content.length > LARGEST_MEMBER ? Optional.empty() : Optional.of(content);
        } catch (IOException damaged) {
            return Optional.empty();
        }
    }

    /** The member's lines, without the empty one behind the last. */
    List<String> lines(String name) {
        return content(name)
                .map(content ->
                        new String(content, StandardCharsets.UTF_8).lines().toList())
                .orElse(List.of());
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}

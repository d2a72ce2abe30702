package org.mailboxremediation.casefile;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.mailboxremediation.event.Sha256;

/** Writes members one behind the other and keeps account of them; never more than one of them is in memory. */
final class CaseArchive implements AutoCloseable {

    private final ZipOutputStream zip;
    private final List<CaseFileMember> members = new ArrayList<>();

    CaseArchive(OutputStream out) {
        zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    void add(String name, byte[] content) throws IOException {
        write(name, content);
        members.add(new CaseFileMember(name, content.length, Sha256.hex(content)));
    }

    void addLines(String name, List<String> lines) throws IOException {
        add(name, (String.join("\n", lines) + (lines.isEmpty() ? "" : "\n")).getBytes(StandardCharsets.UTF_8));
    }

    List<CaseFileMember> members() {
        return List.copyOf(members);
    }

    /** Writes a member that vouches for the others, and so stands in no list. */
    void write(String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    /** Ends the archive; what it was written to stays open. */
    @Override
    public void close() throws IOException {
        zip.finish();
    }
}

package org.mailboxremediation.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.mailboxremediation.evidence.trace.MessageHeaders;

/** Finds messages in files, folders, zips and standard input. Never more than one message, and a byte too many, at once. */
final class MessageFiles {

    /** Takes one message. */
    interface Reader {

        void take(String name, byte[] content) throws IOException;
    }

    private final InputStream standardInput;
    private final Reader reader;

    MessageFiles(InputStream standardInput, Reader reader) {
        this.standardInput = standardInput;
        this.reader = reader;
    }

    /** Whether all of it could be read. */
    boolean read(String name) throws IOException {
        if (name.equals("-")) {
            reader.take("-", bounded(standardInput));
            return true;
        }
        Path path = Path.of(name);
        return Files.isDirectory(path) ? readFolder(path) : readFile(path);
    }

    private boolean readFolder(Path folder) throws IOException {
        boolean all = true;
        try (Stream<Path> walk = Files.walk(folder)) {
            List<Path> files = walk.filter(Files::isRegularFile).sorted().toList();
            for (Path file : files) {
                all &= readFile(file);
            }
        }
        return all;
    }

    private boolean readFile(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            return false;
        }
        if (file.toString().toLowerCase(Locale.ROOT).endsWith(".zip")) {
            return readZip(file);
        }
        try (InputStream content = Files.newInputStream(file)) {
            reader.take(file.toString(), bounded(content));
        }
        return true;
    }

    private boolean readZip(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                if (!entry.isDirectory()) {
                    try (InputStream content = zip.getInputStream(entry)) {
                        reader.take(entry.getName(), bounded(content));
                    }
                }
            }
            return true;
        } catch (ZipException broken) {
            return false;
        }
    }

    /** One byte more than is read tells the reader that there is too much. */
    private static byte[] bounded(InputStream content) throws IOException {
        return content.readNBytes(MessageHeaders.MAX_MESSAGE + 1);
    }
}

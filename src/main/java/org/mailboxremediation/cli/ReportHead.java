package org.mailboxremediation.cli;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The lines in front of a report that ClamAV itself does not write, and that the server's reader asks for. */
final class ReportHead {

    private ReportHead() {}

    /** Ends with a line's end; empty values have no line. */
    static String of(ScanArguments arguments, LocalScanner scanner) throws IOException {
        String version = scanner.version();
        StringBuilder head = new StringBuilder();
        line(head, "Device: ", arguments.device());
        line(head, "Scope: ", arguments.full() || wholeDevice(arguments) ? "full" : "part");
        line(head, "Time zone: ", ZoneId.systemDefault().getId());
        if (!scanner.countsFiles()) {
            line(head, "Files: ", Long.toString(FileCount.under(arguments.paths())));
        }
        if (!version.contains("/") && arguments.database().isPresent()) {
            line(
                    head,
                    "Signatures: ",
                    newest(arguments.database().get()).map(FileTime::toString).orElse(""));
        }
        line(head, "", version);
        return head.toString();
    }

    private static void line(StringBuilder head, String name, String value) {
        if (!value.isBlank()) {
            head.append(name).append(value).append('\n');
        }
    }

    /** Whether each root of this machine's files is among the paths. */
    private static boolean wholeDevice(ScanArguments arguments) {
        return StreamSupport.stream(
                        FileSystems.getDefault().getRootDirectories().spliterator(), false)
                .map(Path::toString)
                .allMatch(arguments.paths()::contains);
    }

    /** A database of one's own has no date but its files'. */
    private static Optional<FileTime> newest(Path database) throws IOException {
        try (Stream<Path> files = Files.walk(database)) {
            return files.filter(Files::isRegularFile).map(ReportHead::modified).max(Comparator.naturalOrder());
        }
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }
}

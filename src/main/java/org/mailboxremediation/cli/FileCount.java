package org.mailboxremediation.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How many files there are to scan. What cannot be listed is the scanner's to complain about. */
final class FileCount extends SimpleFileVisitor<Path> {

    /** Systems of files that hold none, for example processes. */
    private static final Set<String> VIRTUAL = Set.of("/proc", "/sys", "/dev", "/run");

    private long files;

    private FileCount() {}

    static long under(List<String> paths) throws IOException {
        FileCount count = new FileCount();
        for (String path : paths) {
            Files.walkFileTree(Path.of(path), count);
        }
        return count.files;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        return VIRTUAL.contains(folder.toString()) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        files += attributes.isRegularFile() ? 1 : 0;
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException denied) {
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException broken) {
        return FileVisitResult.CONTINUE;
    }
}

package org.mailboxremediation.credential;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/**
 * The sandbox's sealing key: made once, and kept where only its owner can read it. Renamed to {@code sealing-key.1} (or any
 * such name) it is an older key, and a new one is made; what it sealed is sealed anew at the start.
 */
final class SealingKeyFile {

    private final Path directory;
    private final SecureRandom random;

    SealingKeyFile(Path directory, SecureRandom random) {
        this.directory = directory;
        this.random = random;
    }

    SealingKey key() {
        Path file = directory.resolve("sealing-key");
        try {
            if (Files.notExists(file)) {
                make(file);
            }
            return SealingKey.of(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw new IllegalStateException("the sandbox's sealing key can be neither read nor made");
        }
    }

    /** The keys that were put aside. */
    List<SealingKey> older() {
        List<SealingKey> keys = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "sealing-key.*")) {
            for (Path file : files) {
                keys.add(SealingKey.of(Files.readAllBytes(file)));
            }
        } catch (IOException unreadable) {
            throw new IllegalStateException("the sandbox's older sealing keys cannot be read");
        }
        return keys;
    }

    private void make(Path file) throws IOException {
        Files.createDirectories(directory);
        byte[] bytes = new byte[SealingKey.BYTES];
        random.nextBytes(bytes);
        // Moved into place whole, so that a kill leaves no half key behind.
        Path fresh = Files.createTempFile(directory, "sealing-key", ".new", ownerOnly());
        Files.write(fresh, bytes);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private FileAttribute<?>[] ownerOnly() throws IOException {
        boolean posix = Files.getFileStore(directory).supportsFileAttributeView("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}

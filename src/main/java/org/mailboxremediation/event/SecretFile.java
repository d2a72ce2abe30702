package org.mailboxremediation.event;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

/** A secret of 32 random bytes, made once and kept where only its owner can read it: for the sandbox. */
public final class SecretFile {

    private static final int BYTES = 32;

    private SecretFile() {}

    /**
     * The secret in the file of that name, made where there is none.
     *
     * @throws IOException if it can be neither read nor made
     */
    public static byte[] readOrMake(Path directory, String name, SecureRandom random) throws IOException {
        Path file = directory.resolve(name);
        if (Files.notExists(file)) {
            make(directory, file, random);
        }
        return Files.readAllBytes(file);
    }

    private static void make(Path directory, Path file, SecureRandom random) throws IOException {
        Files.createDirectories(directory);
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        // Moved into place whole, so that a kill leaves no half key behind.
        Path fresh = Files.createTempFile(directory, "key", ".new", ownerOnly(directory));
        Files.write(fresh, bytes);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static FileAttribute<?>[] ownerOnly(Path directory) throws IOException {
        boolean posix = Files.getFileStore(directory).supportsFileAttributeView("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}

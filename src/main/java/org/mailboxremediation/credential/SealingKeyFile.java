package org.mailboxremediation.credential;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.mailboxremediation.event.SecretFile;

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
        try {
            return SealingKey.of(SecretFile.readOrMake(directory, "sealing-key", random));
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
}

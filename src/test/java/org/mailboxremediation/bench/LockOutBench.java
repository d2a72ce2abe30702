package org.mailboxremediation.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockOutBench {

    private static final int WORKERS = 64;
    private static final int WARM_UP = Integer.getInteger("bench.warm-up", 500);
    private static final int SMALL = Integer.getInteger("bench.small", 1_000);

    @TempDir
    private Path directory;

    @Test
    void measure() throws IOException {
        StringBuilder out = new StringBuilder();
        try (Postgres postgres = new Postgres();
                Emulator emulator = new Emulator(
                        "emulator", Files.createDirectory(directory.resolve("emulator")), WARM_UP + SMALL, 0);
                Product product = new Product(
                        "product",
                        postgres,
                        emulator,
                        Files.createDirectory(directory.resolve("product")),
                        0,
                        WORKERS)) {
            out.append(product.burst(1, WARM_UP)).append('\n');
            out.append(product.burst(WARM_UP + 1, SMALL)).append('\n');
            out.append(String.format(Locale.ROOT, "refused %d%n", emulator.refused()));
        }
        Files.writeString(Path.of("target", "bench", "result.txt"), out);
    }
}

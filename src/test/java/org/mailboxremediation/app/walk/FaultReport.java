package org.mailboxremediation.app.walk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.mailboxremediation.app.walk.FaultRow.Ends;
import org.mailboxremediation.sandbox.fault.CallLog.Calls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;

/** The matrix as it came out: what went wrong, how often it was called and applied, how it ended. */
final class FaultReport {

    private static final Logger LOG = LoggerFactory.getLogger("fault-matrix");
    private static final long LONGEST_SECONDS = 120;

    private final String name;
    private final List<String> lines = new ArrayList<>();

    FaultReport(String name) {
        this.name = name;
        lines.add("%-48s %5s %7s  %s".formatted(name, "calls", "applied", "ended as"));
    }

    void add(String row, Calls calls, Ends ended) {
        lines.add("%-48s %5d %7d  %s".formatted(row, calls.received(), calls.applied(), ended));
    }

    /** To the log, and to a file under target. */
    void write() {
        try {
            Path folder = Files.createDirectories(Path.of("target", "fault-matrix"));
            Files.write(folder.resolve(name.replace(' ', '-') + ".txt"), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        LOG.info("\n{}", String.join("\n", lines));
    }

    /** Longer than other tests wait: many rows share the workers, and some hang. */
    static <T> T await(Supplier<T> found, Supplier<String> what) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        while (System.nanoTime() < end) {
            T value = found.get();
            if (value != null) {
                return value;
            }
            LockSupport.parkNanos(200_000_000);
        }
        throw new AssertionError("Never ended: " + what.get());
    }

    /** The secrets that the log holds. */
    static List<String> leaks(CapturedOutput log, List<String> secrets) {
        String all = log.getAll();
        return secrets.stream()
                .filter(secret -> !secret.isEmpty() && all.contains(secret))
                .toList();
    }
}

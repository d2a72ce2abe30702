package org.mailboxremediation.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** {@link Callers} in a process of their own. */
final class CallsAlone implements AutoCloseable {

    private final Path result;
    private final Peer peer;

    CallsAlone(Emulator emulator, Path directory) {
        result = directory.resolve("result");
        peer = Peer.start("calls", Callers.class, List.of("-Xmx2g"), emulator.arguments(result.toString()));
    }

    /** What it came to, with the callers' processor time for each mailbox, in milliseconds. */
    record Burst(Times accepted, Times verified, double cpuMillis) {}

    /** Secures so many mailboxes, and waits for all of their calls. */
    Burst burst(int count) {
        Duration cpu = peer.processorTime();
        peer.tell(Integer.toString(count));
        List<String[]> mailboxes =
                result().lines().map(line -> line.split(" ", 2)).toList();
        return new Burst(
                times(mailboxes, 0),
                times(mailboxes, 1),
                peer.processorTime().minus(cpu).toNanos() / 1e6 / count);
    }

    private static Times times(List<String[]> mailboxes, int field) {
        return Times.of(mailboxes.stream()
                .map(mailbox -> Double.valueOf(mailbox[field]))
                .toList());
    }

    private String result() {
        try {
            while (!Files.exists(result)) {
                peer.check();
                LockSupport.parkNanos(100_000_000);
            }
            String text = Files.readString(result);
            Files.delete(result);
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        peer.close();
    }
}

package org.mailboxremediation.device.clamd;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.mailboxremediation.FreePort;
import org.springframework.util.unit.DataSize;

/** Debian's daemon as a child process, on a unix socket and on loopback TCP. */
public final class RealClamd implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(60);

    private final Path folder;
    private final int port;
    private final Process process;

    private RealClamd(Path folder, int port, Process process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    /** Starts it in that folder, whose path must be short enough for a socket's, and waits until it answers. */
    public static RealClamd start(Path folder) throws IOException {
        Path program = ClamAv.program("clamd");
        ClamAv.database(folder);
        int port = FreePort.next();
        Files.writeString(folder.resolve("clamd.conf"), """
                DatabaseDirectory %1$s/db
                TemporaryDirectory %1$s
                LocalSocket %1$s/s
                LocalSocketMode 600
                TCPSocket %2$d
                TCPAddr 127.0.0.1
                Foreground yes
                StreamMaxLength 1M
                MaxScanSize 1M
                MaxFileSize 1M
                MaxRecursion 5
                AlertExceedsMax yes
                AlertEncrypted yes
                """.formatted(folder, port));
        Process process = new ProcessBuilder(program.toString(), "--config-file=" + folder.resolve("clamd.conf"))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("clamd.log").toFile())
                .start();
        RealClamd started = new RealClamd(folder, port, process);
        started.awaitAnswer();
        return started;
    }

    /** Its address as it is configured. */
    public String unixAddress() {
        return "unix:" + folder.resolve("s");
    }

    /** The other address. */
    public String tcpAddress() {
        return "tcp://127.0.0.1:" + port;
    }

    /** What {@code clamdscan} needs to find it. */
    public String configuration() {
        return "--config-file=" + folder.resolve("clamd.conf");
    }

    /** The settings that lead to that address, with times that end a test soon. */
    static ClamdProperties settings(String address) {
        Duration time = Duration.ofSeconds(20);
        return new ClamdProperties(address, Duration.ofSeconds(5), time, time, DataSize.ofMegabytes(25));
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitAnswer() throws IOException {
        long end = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            for (String address : new String[] {unixAddress(), tcpAddress()}) {
                try {
                    new Clamd(ClamdAddress.parse(address), settings(address)).version();
                    if (address.equals(tcpAddress())) {
                        return;
                    }
                } catch (ClamdUnavailable notYet) {
                    LockSupport.parkNanos(50_000_000);
                    break;
                }
            }
        }
        close();
        fail("clamd did not start: " + Files.readString(folder.resolve("clamd.log")));
    }
}

package org.mailboxremediation.device.clamd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** Daemons that hang, drip, break off or talk nonsense. */
@Timeout(20)
class ClamdDeadlinesTest {

    private static final Duration TIME = Duration.ofMillis(300);
    private static final byte[] FILE = {1, 2, 3};

    @TempDir
    private Path folder;

    @Test
    void givesUpOnASilentDaemon() throws IOException {
        try (FakeClamd daemon = FakeClamd.silent()) {
            givesUp(daemon.address(), "clamd did not answer in time.");
        }
    }

    @Test
    void givesUpOnASilentDaemonBehindAUnixSocket() throws IOException {
        Path socket = folder.resolve("s");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            givesUp("unix:" + socket, "clamd did not answer in time.");
        }
    }

    @Test
    void givesUpOnADaemonThatDrips() throws IOException {
        try (FakeClamd daemon = FakeClamd.dripping()) {
            givesUp(daemon.address(), "clamd did not answer in time.");
        }
    }

    @Test
    void givesUpOnADaemonThatReadsNothing() throws IOException {
        Path socket = folder.resolve("s");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            long start = System.nanoTime();
            assertThatThrownBy(() -> clamd("unix:" + socket).scan(new byte[20 * 1024 * 1024]))
                    .hasMessage("clamd did not take the file in time.");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void noticesADaemonThatClosesItsHalf() throws IOException {
        try (FakeClamd daemon = new FakeClamd((in, out, connection) -> {
            out.write("stream: OK".getBytes(StandardCharsets.US_ASCII));
            connection.shutdownOutput();
            in.readAllBytes();
        })) {
            assertThatThrownBy(() -> clamd(daemon.address()).scan(FILE))
                    .hasMessage("clamd broke off before its answer was whole.");
        }
    }

    @Test
    void noticesThatNothingListens() {
        assertThatThrownBy(() -> clamd("unix:" + folder.resolve("absent")).scan(FILE))
                .isInstanceOf(ClamdUnavailable.class)
                .hasMessage("clamd cannot be reached, or broke off.");
    }

    @Test
    void takesNoAnswerThatItDoesNotUnderstand() throws IOException {
        for (String answer :
                new String[] {"\0", "OK\0", "stream: OK\nstream: OK\0", "stream: OK\0x", "stream: OK FOUND"}) {
            try (FakeClamd daemon = FakeClamd.saying(answer)) {
                assertThatThrownBy(() -> clamd(daemon.address()).scan(FILE))
                        .as(answer)
                        .isInstanceOf(ClamdUnavailable.class);
            }
        }
        try (FakeClamd daemon = FakeClamd.saying("x".repeat(100_000))) {
            assertThatThrownBy(() -> clamd(daemon.address()).scan(FILE)).hasMessageContaining("longer than any should");
        }
        try (FakeClamd daemon = FakeClamd.saying("Command read timed out. ERROR\0")) {
            assertThatThrownBy(() -> clamd(daemon.address()).scan(FILE)).hasMessage("clamd could not scan the file.");
        }
    }

    @Test
    void showsNothingOfASignatureThatCannotBePrinted() throws Exception {
        try (FakeClamd daemon = FakeClamd.saying("stream: Bad\u202e\u001b[31m FOUND\0")) {
            assertThat(clamd(daemon.address()).scan(FILE)).isEqualTo(new ClamdAnswer(UploadState.FOUND, "Bad_[31m"));
        }
    }

    @Test
    void sendsNothingThatIsTooLong() throws Exception {
        Clamd nobodyThere = clamd("unix:" + folder.resolve("absent"));
        assertThat(nobodyThere.scan(new byte[25 * 1024 * 1024 + 1]).state()).isEqualTo(UploadState.INCOMPLETE);
    }

    @Test
    void leavesWhenItsThreadIsInterrupted() throws Exception {
        AtomicReference<Exception> outcome = new AtomicReference<>();
        try (FakeClamd daemon = FakeClamd.silent()) {
            ClamdProperties patient = new ClamdProperties(
                    daemon.address(), TIME, Duration.ofMinutes(5), Duration.ofMinutes(5), DataSize.ofMegabytes(25));
            Thread waiting = new Thread(() -> {
                try {
                    new Clamd(ClamdAddress.parse(daemon.address()), patient).scan(FILE);
                } catch (ClamdUnavailable left) {
                    outcome.set(left);
                }
            });
            waiting.start();
            waiting.interrupt();
            waiting.join(5000);
            assertThat(waiting.isAlive()).isFalse();
        }
        assertThat(outcome.get()).isInstanceOf(ClamdUnavailable.class);
    }

    @Test
    void leavesNoThreadBehind() throws IOException {
        try (FakeClamd daemon = FakeClamd.silent()) {
            int before = Thread.activeCount();
            for (int i = 0; i < 5; i++) {
                assertThatThrownBy(() -> clamd(daemon.address()).version()).isInstanceOf(ClamdUnavailable.class);
            }
            assertThat(Thread.activeCount()).isLessThanOrEqualTo(before);
        }
    }

    private static void givesUp(String address, String sentence) {
        long start = System.nanoTime();
        assertThatThrownBy(() -> clamd(address).scan(FILE))
                .isInstanceOf(ClamdUnavailable.class)
                .hasMessage(sentence);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(TIME, TIME.plusSeconds(3));
    }

    private static Clamd clamd(String address) {
        return new Clamd(
                ClamdAddress.parse(address), new ClamdProperties(address, TIME, TIME, TIME, DataSize.ofMegabytes(25)));
    }
}

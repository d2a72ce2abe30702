package org.mailboxremediation.mailbox.rackspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** A provider at its worst, written by hand: each test says what it answers to a request it has read. */
@Timeout(30)
class ApiConnectionsTest {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private ServerSocket server;
    private ApiConnections ours;

    @BeforeEach
    void open() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        ours = new ApiConnections(Duration.ofSeconds(5), Duration.ofMillis(500));
    }

    @AfterEach
    void close() throws IOException {
        ours.close();
        server.close();
        threads.shutdownNow();
    }

    @Test
    void cutsAConnectionWhoseHeadersDrip() {
        CompletableFuture<Void> cut = serve(socket -> {
            say(socket, OK);
            untilClosed(socket, "X-More: a\r\n");
        });

        assertThatThrownBy(() -> ours.exchange(write())).isInstanceOf(IOException.class);
        assertThat(cut).succeedsWithin(10, TimeUnit.SECONDS);
    }

    @Test
    void cutsAConnectionWhoseBodyDrips() {
        CompletableFuture<Void> cut = serve(socket -> {
            say(socket, OK + "Content-Length: 1000000\r\n\r\n");
            untilClosed(socket, "x");
        });

        assertThatThrownBy(() -> ours.exchange(write())).isInstanceOf(IOException.class);
        assertThat(cut).succeedsWithin(10, TimeUnit.SECONDS);
    }

    @Test
    void dropsWhatItDoesNotReadOfABody() throws IOException {
        CompletableFuture<Void> dropped = serve(socket -> {
            say(socket, OK + "Content-Length: 9000000000\r\n\r\n");
            byte[] much = new byte[1 << 16];
            try {
                while (true) {
                    socket.getOutputStream().write(much);
                }
            } catch (IOException closed) {
                return;
            }
        });

        assertThat(ours.exchange(write()).cut()).isTrue();
        assertThat(dropped).succeedsWithin(10, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 1_000})
    void boundsTheHeaders(int count) throws IOException {
        String headers = "X: y\r\n".repeat(count) + "X: " + "y".repeat(100 * count) + "\r\n";
        serveAll(socket -> say(socket, OK + headers + "Content-Length: 0\r\n\r\n"));

        if (count == 10) {
            assertThat(ours.exchange(write()).status()).isEqualTo(200);
        } else {
            assertThatThrownBy(() -> ours.exchange(write())).isInstanceOf(IOException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", OK, "HTTP/1.1 503 no\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n"})
    void attemptsOnce(String answer) {
        serveAll(socket -> {
            say(socket, answer);
            socket.close();
        });

        // Some of the answers are none.
        assertThat(catchThrowable(() -> ours.exchange(write())))
                .matches(refused -> refused == null || refused instanceof IOException);
        assertThat(connections).hasValue(1);
        assertThat(requests).hasValue(1);
    }

    @Test
    void hasNoAnswerOnceItIsClosed() throws IOException {
        ours.close();

        assertThatThrownBy(() -> ours.exchange(write())).isInstanceOf(IOException.class);
    }

    @Test
    void takesUpAConnectionAgain() throws IOException {
        serveAll(socket -> say(socket, OK + "Content-Length: 2\r\n\r\n{}"));

        for (int request = 0; request < 3; request++) {
            assertThat(ours.exchange(write()).body()).isEqualTo("{}");
        }
        assertThat(connections).hasValue(1);
    }

    @Test
    void printsNoSecretThoughEverythingIsLogged() throws IOException {
        serveAll(socket -> say(socket, OK + "Content-Length: 6\r\n\r\necho-c"));
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Level before = root.getLevel();
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        root.addAppender(log);
        root.setLevel(Level.TRACE);
        try {
            ours.exchange(write());
        } finally {
            root.setLevel(before);
            root.detachAppender(log);
        }

        assertThat(log.list)
                .extracting(ILoggingEvent::getLoggerName)
                .anyMatch(name -> name.startsWith("org.apache.hc.client5"));
        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .noneMatch(line -> line.contains("canary") || line.contains("echo-c"));
    }

    private HttpUriRequestBase write() {
        HttpUriRequestBase request =
                new HttpUriRequestBase("PUT", URI.create("http://127.0.0.1:" + server.getLocalPort() + "/v1"));
        request.setHeader("X-Api-Signature", "canary-signature");
        request.setEntity(new ByteArrayEntity("password=canary".getBytes(StandardCharsets.US_ASCII), null));
        return request;
    }

    private interface Answering {
        void answer(Socket socket) throws IOException;
    }

    private CompletableFuture<Void> serve(Answering answering) {
        return CompletableFuture.runAsync(
                () -> {
                    try (Socket socket = server.accept()) {
                        assertThat(read(socket.getInputStream())).isTrue();
                        answering.answer(socket);
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                },
                threads);
    }

    /** One connection after another, each as long as the other side asks. */
    private void serveAll(Answering answering) {
        threads.execute(() -> {
            while (!server.isClosed()) {
                serveOne(answering);
            }
        });
    }

    private void serveOne(Answering answering) {
        try (Socket socket = server.accept()) {
            connections.incrementAndGet();
            while (!socket.isClosed() && read(socket.getInputStream())) {
                requests.incrementAndGet();
                answering.answer(socket);
            }
        } catch (IOException closed) {
            // By the other side, as it may, or by the end of the test.
        }
    }

    /** Reads a request whose body has 15 bytes; false at the end of the connection. */
    private static boolean read(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf("\r\n\r\npassword=canary") < 0) {
            int next = in.read();
            if (next < 0) {
                return false;
            }
            text.append((char) next);
        }
        return true;
    }

    private static void say(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** A piece each twentieth of a second, until the other side has closed. */
    private static void untilClosed(Socket socket, String piece) throws IOException {
        socket.setSoTimeout(50);
        while (true) {
            try {
                if (socket.getInputStream().read() < 0) {
                    return;
                }
            } catch (SocketTimeoutException stillOpen) {
                say(socket, piece);
            } catch (IOException reset) {
                return;
            }
        }
    }
}

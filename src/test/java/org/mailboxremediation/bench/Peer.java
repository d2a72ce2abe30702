package org.mailboxremediation.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A program in a process of its own, whose processor time can be told from everybody else's. */
final class Peer implements AutoCloseable {

    private static final Path LOGS = Path.of("target", "bench");

    private final Process process;
    private final Path log;

    private Peer(String name, List<String> command) throws IOException {
        log = Files.createDirectories(LOGS).resolve(name + ".log");
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    /** Starts a class of this class path. What it prints goes to a file of that name under target/bench. */
    static Peer start(String name, Class<?> main, List<String> options, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(options);
        command.add(main.getName());
        command.addAll(arguments);
        try {
            return new Peer(name, command);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The options of a program that may be profiled: {@code -Dbench.profile=true} writes a flight recording to target/bench. */
    static List<String> options(String name, String memory) {
        return Boolean.getBoolean("bench.profile")
                ? List.of(
                        memory,
                        "-XX:StartFlightRecording=settings=profile,dumponexit=true,filename=target/bench/" + name
                                + ".jfr")
                : List.of(memory);
    }

    Duration processorTime() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** Sends the program a line. */
    void tell(String line) {
        try {
            process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.US_ASCII));
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the application answers that it is healthy. */
    Peer healthy(int port) {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest health = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health"))
                .timeout(Duration.ofSeconds(10))
                .build();
        for (int tries = 0; tries < 3_000 && process.isAlive(); tries++) {
            try {
                if (http.send(health, BodyHandlers.discarding()).statusCode() == 200) {
                    return this;
                }
            } catch (IOException notYet) {
                LockSupport.parkNanos(100_000_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        close();
        throw new AssertionError("It never became healthy: see " + log);
    }

    /** Fails if the program has ended. */
    void check() {
        if (!process.isAlive()) {
            throw new AssertionError("It has ended: see " + log);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

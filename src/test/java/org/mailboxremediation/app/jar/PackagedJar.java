package org.mailboxremediation.app.jar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.mailboxremediation.FreePort;

/** The jar that {@code mvn package} makes, run as people run it: a process of its own on a data directory. */
public final class PackagedJar implements AutoCloseable {

    private static final Path JAR = Path.of("target", "mailbox-remediation.jar").toAbsolutePath();
    private static final Duration LONGEST_START = Duration.ofMinutes(4);

    private final int port = FreePort.next();
    private final int imapPort = FreePort.next();
    private final int smtpPort = FreePort.next();
    private final Path log;
    private final Process process;
    private final Duration startUp;

    private PackagedJar(Path jar, Path data, String run, Map<String, String> environment, List<String> settings)
            throws IOException {
        log = Files.createDirectories(Path.of("target", "packaged-jar")).resolve(run + ".log");
        long begin = System.nanoTime();
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        Stream.of(System.getProperty("packaged-jar.options", "").split(" "))
                .filter(option -> !option.isBlank())
                .forEach(command::add);
        command.addAll(List.of(
                "-jar",
                jar.toString(),
                "--server.port=" + port,
                "--remediation.data-dir=" + data,
                "--remediation.sandbox.imap-port=" + imapPort,
                "--remediation.sandbox.smtp-port=" + smtpPort));
        command.addAll(settings);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        process = builder.directory(data.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        startUp = awaitHealth(begin);
    }

    /** Starts the jar and waits for its first healthy answer. What it prints goes to a file of that name under target. */
    public static PackagedJar start(Path data, String run) {
        return start(data, run, Map.of(), List.of());
    }

    /** The same with more environment variables and settings of the form {@code --name=value}. */
    public static PackagedJar start(Path data, String run, Map<String, String> environment, List<String> settings) {
        return start(JAR, data, run, environment, settings);
    }

    /** The same with another jar, which may leave our properties unread. */
    public static PackagedJar start(
            Path jar, Path data, String run, Map<String, String> environment, List<String> settings) {
        try {
            return new PackagedJar(jar, data, run, environment, settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Duration awaitHealth(long begin) throws IOException {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest health = HttpRequest.newBuilder(URI.create(url() + "/actuator/health"))
                .timeout(Duration.ofSeconds(10))
                .build();
        while (process.isAlive() && System.nanoTime() - begin < LONGEST_START.toNanos()) {
            try {
                if (http.send(health, BodyHandlers.discarding()).statusCode() == 200) {
                    return Duration.ofNanos(System.nanoTime() - begin);
                }
            } catch (IOException notYet) {
                LockSupport.parkNanos(20_000_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        process.destroyForcibly();
        throw new AssertionError("The jar never became healthy:\n" + Files.readString(log));
    }

    /** The time from the process's start to its first healthy answer. */
    public Duration startUp() {
        return startUp;
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    public int imapPort() {
        return imapPort;
    }

    public int smtpPort() {
        return smtpPort;
    }

    /** What it printed. */
    public Path log() {
        return log;
    }

    /** Stops the jar as a service manager does, and waits until it has ended. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("The jar did not stop within a minute.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    /** Ends it with SIGKILL: nothing of it runs any more when this returns. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }
}

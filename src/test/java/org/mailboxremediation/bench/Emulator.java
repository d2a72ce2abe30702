package org.mailboxremediation.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.mailboxremediation.MailboxRemediation;

/** The provider and its mail servers in a process of their own: the sandbox, with a log of each call. */
final class Emulator implements AutoCloseable {

    static final String USER_KEY = "eGbq9/2hcZsRlr1JV1Pi";
    static final String SECRET_KEY = "QHOvchm/40czXhJ1OxfxK7jDHr3t";

    private final int port = Peer.freePort();
    private final int imap = Peer.freePort();
    private final int smtp = Peer.freePort();
    private final Path directory;
    private final Peer peer;

    Emulator(String name, Path directory, int mailboxes, int writesPerMinute) {
        this.directory = directory;
        peer = Peer.start(
                        name,
                        MailboxRemediation.class,
                        Peer.options(name, "-Xmx1g"),
                        List.of(
                                "--server.port=" + port,
                                "--server.tomcat.accesslog.enabled=true",
                                "--server.tomcat.accesslog.buffered=false",
                                "--server.tomcat.accesslog.directory=" + directory,
                                "--server.tomcat.accesslog.pattern=%s %m %U",
                                "--server.tomcat.max-connections=400",
                                "--remediation.data-dir=" + directory,
                                "--spring.datasource.url=jdbc:h2:mem:emulator;DB_CLOSE_DELAY=-1;QUERY_CACHE_SIZE=400;OPTIMIZE_REUSE_RESULTS=0",
                                "--remediation.sandbox.imap-port=" + imap,
                                "--remediation.sandbox.smtp-port=" + smtp,
                                "--remediation.sandbox.latency=200ms",
                                "--remediation.sandbox.extra-mailboxes=" + mailboxes,
                                "--remediation.sandbox.reads-per-minute=0",
                                "--remediation.sandbox.writes-per-minute=" + writesPerMinute,
                                "--remediation.outbox.enabled=false",
                                "--camunda.bpm.job-execution.enabled=false"))
                .healthy(port);
    }

    String baseUrl() {
        return "http://127.0.0.1:" + port + "/sandbox/rackspace/v1";
    }

    /** By which an application uses it and not its own. */
    List<String> settings() {
        return List.of(
                "--remediation.rackspace.base-url=" + baseUrl(),
                "--remediation.logins.imap-port=" + imap,
                "--remediation.logins.smtp-port=" + smtp,
                "--spring.mail.port=" + smtp);
    }

    /** By which {@link Callers} use it. */
    List<String> arguments(String result) {
        return List.of(baseUrl(), Integer.toString(imap), Integer.toString(smtp), result);
    }

    /** How many calls it has refused for being too many: those it answered 403. */
    long refused() {
        return lines("403 ");
    }

    private long lines(String start) {
        try (Stream<Path> files = Files.list(directory)) {
            long found = 0;
            for (Path file : files.filter(f -> f.getFileName().toString().startsWith("access_log"))
                    .toList()) {
                try (Stream<String> lines = Files.lines(file)) {
                    found += lines.filter(line -> line.startsWith(start)).count();
                }
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        peer.close();
    }
}

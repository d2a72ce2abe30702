package org.mailboxremediation.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mailboxremediation.MailboxRemediation;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The product itself, on PostgreSQL, with the provider elsewhere. */
final class Product implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port = Peer.freePort();
    private final Postgres postgres;
    private final JdbcClient jdbc;
    private final Peer peer;

    Product(String name, Postgres postgres, Emulator emulator, Path directory, int writesPerMinute) {
        this.postgres = postgres;
        String url = postgres.create(name);
        jdbc = postgres.database(name);
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.profiles.active=sandbox,postgresql",
                "--server.port=" + port,
                "--remediation.data-dir=" + directory,
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres",
                "--remediation.sandbox.imap-port=0",
                "--remediation.sandbox.smtp-port=0",
                "--remediation.rackspace.reads-per-minute=0",
                "--remediation.rackspace.writes-per-minute=" + writesPerMinute,
                "--remediation.outbox.workers=" + LockOutTable.CALLS_AT_ONCE,
                "--remediation.outbox.targets.mail.workers=2"));
        arguments.addAll(emulator.settings());
        peer = Peer.start(name, MailboxRemediation.class, Peer.options(name, "-Xmx2g"), arguments)
                .healthy(port);
    }

    /** What a burst came to. */
    record Burst(
            Times accepted, Times verified, double cpuMillis, double postgresMillis, double seconds, String events) {}

    /** Reports mailboxes {@code first} to {@code first + count - 1} at once and waits until each is secured that far. */
    Burst burst(int first, int count) {
        Duration cpu = peer.processorTime();
        Duration database = postgres.processorTime();
        long statements = statements();
        HttpRequest reports = reports(file(first, count));
        Instant sent = Instant.now();
        String id = send(reports);
        await(() -> verified(id) >= count, Duration.ofMinutes(20));
        await(() -> tasks(id) >= count, Duration.ofMinutes(20));
        double seconds = seconds(Duration.between(sent, Instant.now()));
        String events = "statements " + (statements() - statements) / count;
        return new Burst(
                times(id, sent, "accepted_at"),
                times(id, sent, "settled_at"),
                1000 * seconds(peer.processorTime().minus(cpu)) / count,
                1000 * seconds(postgres.processorTime().minus(database)) / count,
                seconds,
                events);
    }

    /** Waits until nothing of a burst is left to do, so that the next is measured alone. */
    void quiet() {
        await(
                () -> jdbc.sql("select count(*) from outbox_command where queue is not null or signalled_at is null")
                                .query(Integer.class)
                                .single()
                        == 0,
                Duration.ofMinutes(20));
    }

    private static String file(int first, int count) {
        return IntStream.range(first, first + count)
                .mapToObj("user%05d@example.com,BOUNCES;FORWARDING_ADDED,WEAK_PASSWORD,"::formatted)
                .collect(Collectors.joining("\n", "mailbox,symptoms,riskFactors,note\n", "\n"));
    }

    private HttpRequest reports(String file) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/campaigns"))
                .header("Content-Type", "text/csv")
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString("admin:admin-sandbox".getBytes(StandardCharsets.US_ASCII)))
                .POST(BodyPublishers.ofString(file))
                .build();
    }

    private String send(HttpRequest request) {
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 202) {
                throw new AssertionError(answer.statusCode() + " " + answer.body());
            }
            return answer.headers().firstValue("Location").orElseThrow().replaceFirst(".*/", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private int verified(String id) {
        return jdbc.sql("select count(*) from password_change c join campaign_row r on r.incident_id = c.incident_id"
                        + " where r.campaign_id = ? and c.verification = 'VERIFIED'")
                .param(id)
                .query(Integer.class)
                .single();
    }

    private int tasks(String id) {
        return jdbc.sql("select count(*) from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_"
                        + " join campaign_row r on r.incident_id = e.business_key_ where r.campaign_id = ?"
                        + " and t.task_def_key_ = 'UserTask_ProvideMessage'")
                .param(id)
                .query(Integer.class)
                .single();
    }

    private Times times(String id, Instant sent, String column) {
        return Times.of(jdbc.sql("select o." + column + " from outbox_command o join campaign_row r"
                        + " on r.incident_id = o.case_id where r.campaign_id = ? and o.step = 'CHANGE_PASSWORD'"
                        + " and o.epoch = 1")
                .param(id)
                .query((row, n) ->
                        seconds(Duration.between(sent, row.getTimestamp(1).toInstant())))
                .list());
    }

    private long statements() {
        return jdbc.sql("select xact_commit from pg_stat_database where datname = current_database()")
                .query(Long.class)
                .single();
    }

    private void await(BooleanSupplier reached, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!reached.getAsBoolean()) {
            peer.check();
            if (System.nanoTime() > end) {
                throw new AssertionError("The burst did not come through.");
            }
            // Asking costs processor time that the others lack.
            LockSupport.parkNanos(2_000_000_000);
        }
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    @Override
    public void close() {
        peer.close();
    }
}

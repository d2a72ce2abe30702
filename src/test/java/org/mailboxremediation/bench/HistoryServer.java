package org.mailboxremediation.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.mailboxremediation.MailboxRemediation;
import org.mailboxremediation.app.Tasklist;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The product with so many finished cases behind it, as an auditor asks it. */
final class HistoryServer implements AutoCloseable {

    private static final String PLUGIN = "/camunda/api/cockpit/plugin/case-history/default/";

    private final HikariDataSource pool = new HikariDataSource();
    private final Peer peer;
    private final Tasklist auditor;

    HistoryServer(Postgres postgres, int cases, Path directory) {
        int port = Peer.freePort();
        String name = "history" + cases;
        pool.setJdbcUrl(postgres.create(name));
        pool.setUsername("postgres");
        pool.setPassword("postgres");
        pool.setMaximumPoolSize(2);
        peer = Peer.start(
                        name,
                        MailboxRemediation.class,
                        Peer.options(name, "-Xmx1g"),
                        List.of(
                                "--server.port=" + port,
                                "--remediation.data-dir=" + directory,
                                "--spring.datasource.url=" + pool.getJdbcUrl(),
                                "--spring.datasource.username=postgres",
                                "--spring.datasource.password=postgres",
                                "--remediation.sandbox.imap-port=0",
                                "--remediation.sandbox.smtp-port=0",
                                "--remediation.figures.every=20ms"))
                .healthy(port);
        new FinishedCases(pool).write(cases);
        awaitFigures();
        auditor = Tasklist.login("http://127.0.0.1:" + port, "auditor", "cockpit");
        ask("cases");
        ask("dashboard?period=MONTHS");
    }

    /** The product itself writes the figures of all days that are over. */
    private void awaitFigures() {
        while (days() < 2) {
            peer.check();
            LockSupport.parkNanos(500_000_000);
        }
    }

    private int days() {
        return JdbcClient.create(pool)
                .sql("select count(*) from figures_until where next_day >= current_date - 1")
                .query(Integer.class)
                .single();
    }

    /** Milliseconds until the whole answer was there. */
    double ask(String path) {
        long before = System.nanoTime();
        var answer = auditor.send("GET", PLUGIN + path, null, null);
        double milliseconds = (System.nanoTime() - before) / 1e6;
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
        }
        // An empty answer would be quick.
        if (!answer.body().contains("CLOSED_RESTORED") && !answer.body().contains("\"RuleTask_TriageIncident\":")) {
            throw new AssertionError(path + " brought nothing: " + answer.body());
        }
        return milliseconds;
    }

    @Override
    public void close() {
        peer.close();
        pool.close();
    }
}

package org.mailboxremediation.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A PostgreSQL with its defaults, durable writes included, whose processor time can be told. */
final class Postgres implements AutoCloseable {

    private static final int PER_SECOND = 100;

    private final EmbeddedPostgres server;
    private final long postmaster;

    Postgres() {
        try {
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("shared_buffers", "512MB");
            String logs = System.getProperty("bench.statements");
            if (logs != null) {
                builder.setServerConfig("logging_collector", "on")
                        .setServerConfig("log_directory", logs)
                        .setServerConfig("log_min_duration_statement", "0");
            }
            server = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        postmaster = administration()
                .sql("select split_part(pg_read_file('postmaster.pid'), e'\\n', 1)")
                .query(Long.class)
                .single();
    }

    JdbcClient administration() {
        return JdbcClient.create(server.getPostgresDatabase());
    }

    JdbcClient database(String name) {
        return JdbcClient.create(server.getDatabase("postgres", name));
    }

    /** Creates a database and answers how to connect to it. */
    String create(String name) {
        administration().sql("create database " + name).update();
        return server.getJdbcUrl("postgres", name) + "&reWriteBatchedInserts=true";
    }

    /** Of all its processes, those that have ended included. */
    Duration processorTime() {
        long ticks = ticks(postmaster, true);
        for (ProcessHandle child :
                ProcessHandle.of(postmaster).orElseThrow().children().toList()) {
            ticks += ticks(child.pid(), false);
        }
        return Duration.ofMillis(ticks * 1000 / PER_SECOND);
    }

    private static long ticks(long pid, boolean ended) {
        try {
            List<String> fields = stat(pid);
            int last = ended ? 14 : 12;
            return fields.subList(11, last + 1).stream()
                    .mapToLong(Long::parseLong)
                    .sum();
        } catch (UncheckedIOException gone) {
            return 0;
        }
    }

    /** The fields of proc(5) stat behind the program's name: state, parent, …, utime, stime, cutime, cstime at 11 to 14. */
    private static List<String> stat(long pid) {
        try {
            String line = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return Arrays.asList(line.substring(line.lastIndexOf(')') + 2).split(" "));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

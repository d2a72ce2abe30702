package org.mailboxremediation.database;

import static org.assertj.core.api.Assertions.fail;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A real PostgreSQL, one a JVM, started at the first use and stopped with the JVM. Where none can be started the test is
 * skipped by name, or fails if {@code REMEDIATION_REQUIRE_POSTGRESQL} is {@code true} (environment or system property).
 */
final class EmbeddedServer {

    /** What the server says; who waited for whom in a deadlock is told nowhere else. */
    static final Path LOG =
            Path.of("target", "postgresql-" + ProcessHandle.current().pid() + ".log");

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static @Nullable EmbeddedServer running;
    private static @Nullable String trouble;

    private final EmbeddedPostgres server;
    private final JdbcClient administration;

    private EmbeddedServer() throws IOException {
        // Nothing here has to survive a power cut.
        server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("synchronous_commit", "off")
                .setServerConfig("max_connections", "300")
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(LOG.toFile()))
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(LOG.toFile()))
                .start();
        administration = JdbcClient.create(server.getPostgresDatabase());
    }

    static synchronized EmbeddedServer running() {
        if (running == null && trouble == null) {
            try {
                running = new EmbeddedServer();
            } catch (IOException | RuntimeException cannotStart) {
                trouble = "No embedded PostgreSQL starts here: " + cannotStart;
            }
        }
        return running == null ? none(String.valueOf(trouble)) : running;
    }

    private static EmbeddedServer none(String why) {
        String name = "REMEDIATION_REQUIRE_POSTGRESQL";
        if (Boolean.getBoolean(name) || Boolean.parseBoolean(System.getenv(name))) {
            fail(why + " " + name + " asks for it.");
        }
        return Assumptions.abort(why);
    }

    /** Creates a database, as a copy of the template, and answers its name. */
    String create(String template) {
        String name = "test" + DATABASES.incrementAndGet();
        administration.sql("create database " + name + " template " + template).update();
        return name;
    }

    /** Drops the database, whoever is still connected. */
    void drop(String name) {
        administration.sql("drop database " + name + " with (force)").update();
    }

    String url(String name) {
        return server.getJdbcUrl("postgres", name);
    }
}

package org.mailboxremediation.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A database of a test's own, gone when closed: H2 in memory, or one on the {@linkplain EmbeddedServer embedded
 * PostgreSQL}. {@link #url()}, {@link #user()} and {@link #password()} are enough for anybody who connects by himself, a
 * child process too.
 */
public final class TestDatabase implements AutoCloseable {

    private static @Nullable String migrated;

    private final DatabaseKind kind;
    private final String name;
    private @Nullable HikariDataSource pool;

    private TestDatabase(DatabaseKind kind, String name) {
        this.kind = kind;
        this.name = name;
    }

    /** A database without any table. */
    public static TestDatabase empty(DatabaseKind kind) {
        return new TestDatabase(
                kind,
                switch (kind) {
                    case H2 -> UUID.randomUUID().toString();
                    case POSTGRESQL -> EmbeddedServer.running().create("template1");
                });
    }

    /** A database with the product's own tables, without the sandbox's and the engine's. */
    public static TestDatabase withCaseFacts(DatabaseKind kind) {
        return switch (kind) {
            case H2 -> empty(kind).migrate();
            case POSTGRESQL -> new TestDatabase(kind, EmbeddedServer.running().create(template()));
        };
    }

    /** What the embedded PostgreSQL complained of so far: each deadlock with its statements. */
    public static String complaints() {
        try {
            return Files.readString(EmbeddedServer.LOG);
        } catch (IOException noServer) {
            return "no PostgreSQL ran: " + noServer.getMessage();
        }
    }

    /** Migrated once a JVM: PostgreSQL copies a database faster than Flyway makes one. */
    private static synchronized String template() {
        if (migrated == null) {
            migrated = empty(DatabaseKind.POSTGRESQL).migrate().name;
        }
        return migrated;
    }

    private TestDatabase migrate() {
        migrate(user(), user());
        return this;
    }

    /** Migrates as that owner, for an application that works as that role. */
    public void migrate(String owner, String applicationRole) {
        Flyway.configure()
                .dataSource(urlFor(owner), owner, password())
                .locations(
                        "classpath:db/migration",
                        "classpath:db/vendor/" + kind.name().toLowerCase(Locale.ROOT))
                .placeholders(Map.of("applicationRole", applicationRole))
                .load()
                .migrate();
    }

    public DatabaseKind kind() {
        return kind;
    }

    public String url() {
        return switch (kind) {
            case H2 -> "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=0";
            case POSTGRESQL -> EmbeddedServer.running().url(name);
        };
    }

    /** The same for another user: the embedded server's names its own. */
    public String urlFor(String user) {
        return url().replace("user=postgres", "user=" + user);
    }

    public String user() {
        return kind == DatabaseKind.H2 ? "sa" : "postgres";
    }

    /** Empty on H2; the embedded PostgreSQL takes any. */
    public String password() {
        return kind == DatabaseKind.H2 ? "" : "postgres";
    }

    /** Connections to it: pooled on PostgreSQL, where each costs a process. */
    public synchronized DataSource dataSource() {
        if (kind == DatabaseKind.H2) {
            return new DriverManagerDataSource(url(), user(), password());
        }
        if (pool == null) {
            pool = pool();
        }
        return pool;
    }

    private HikariDataSource pool() {
        HikariConfig settings = new HikariConfig();
        settings.setJdbcUrl(url());
        settings.setUsername(user());
        settings.setPassword(password());
        settings.setMinimumIdle(1);
        settings.setMaximumPoolSize(24);
        return new HikariDataSource(settings);
    }

    /** Where the embedded PostgreSQL keeps its files, its log of changes among them, with all written to them. */
    public Path files() {
        JdbcClient jdbc = JdbcClient.create(dataSource());
        jdbc.sql("checkpoint").update();
        return Path.of(jdbc.sql("show data_directory").query(String.class).single());
    }

    @Override
    public synchronized void close() {
        if (pool != null) {
            pool.close();
        }
        switch (kind) {
            case H2 -> JdbcClient.create(dataSource()).sql("shutdown").update();
            case POSTGRESQL -> EmbeddedServer.running().drop(name);
        }
    }
}

package org.mailboxremediation.app.secret;

import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.mailboxremediation.database.DatabaseKind;
import org.mailboxremediation.database.TestDatabase;

/** The database of a jar, from outside: how it is told of it, and where all of it lies. */
abstract sealed class CaseStore implements AutoCloseable {

    static CaseStore of(DatabaseKind kind, Path data) {
        return switch (kind) {
            case H2 -> new H2(data);
            case POSTGRESQL -> new PostgreSql();
        };
    }

    /** The jar's arguments. */
    abstract List<String> settings();

    /** The files that hold it. */
    abstract Path files();

    /** Its tables, the jar being stopped. */
    abstract DataSource tables();

    /** Beginnings of what is said of a text that is in it: a file each in which it must be. */
    abstract List<String> places();

    @Override
    public void close() {}

    /** A file below the jar's data directory. */
    private static final class H2 extends CaseStore {

        private final Path data;

        H2(Path data) {
            this.data = data;
        }

        @Override
        List<String> settings() {
            return List.of();
        }

        @Override
        Path files() {
            return data;
        }

        @Override
        DataSource tables() {
            JdbcDataSource database = new JdbcDataSource();
            database.setUrl("jdbc:h2:file:" + data.resolve("remediation") + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r");
            database.setUser("sa");
            return database;
        }

        @Override
        List<String> places() {
            return List.of("file remediation.mv.db");
        }
    }

    /** On the embedded server, with its heap and its write-ahead log. */
    private static final class PostgreSql extends CaseStore {

        private final TestDatabase database = TestDatabase.empty(DatabaseKind.POSTGRESQL);

        @Override
        List<String> settings() {
            return List.of(
                    "--spring.datasource.url=" + database.url(),
                    "--spring.datasource.username=" + database.user(),
                    "--spring.datasource.password=" + database.password());
        }

        @Override
        Path files() {
            return database.files();
        }

        @Override
        DataSource tables() {
            return database.dataSource();
        }

        @Override
        List<String> places() {
            return List.of("file base/", "file pg_wal/");
        }

        @Override
        public void close() {
            database.close();
        }
    }
}

package org.mailboxremediation.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.database.DatabaseKind;
import org.springframework.beans.factory.annotation.Autowired;

/** What one connection has committed, every other sees: also under H2, which can answer from before (ADR 32). */
@Tag(DatabaseKind.ONCE)
class StaleReadsTest extends AppTest {

    @Autowired
    private DataSource dataSource;

    @Test
    void noAnswerIsUsedAgain() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            SessionLocal session =
                    (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();

            assertThat(session.getDatabase().getOptimizeReuseResults()).isFalse();
        }
    }
}

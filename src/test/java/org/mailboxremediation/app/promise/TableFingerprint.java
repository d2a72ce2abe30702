package org.mailboxremediation.app.promise;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;

/** What stands in all tables, but for those that the application's own work changes all the time. */
final class TableFingerprint {

    private static final Set<String> RESTLESS = Set.of(
            "ACT_RU_JOB",
            "ACT_HI_JOB_LOG",
            "ACT_RU_METER_LOG",
            "ACT_GE_PROPERTY",
            "CHAIN_CHECKPOINT",
            "CHECKPOINT_MAIL",
            "OUTBOX_COMMAND");

    private final DataSource database;

    TableFingerprint(DataSource database) {
        this.database = database;
    }

    /** A number for each table's rows, in whatever order they come. */
    Map<String, Long> take() {
        Map<String, Long> fingerprint = new TreeMap<>();
        try (Connection connection = database.getConnection()) {
            for (String table : tables(connection)) {
                fingerprint.put(table, rows(connection, table));
            }
            return fingerprint;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet all = connection
                .getMetaData()
                .getTables(null, connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (all.next()) {
                String name = all.getString("TABLE_NAME");
                if (!RESTLESS.contains(name.toUpperCase(Locale.ROOT))) {
                    tables.add(name);
                }
            }
        }
        return tables;
    }

    private static long rows(Connection connection, String table) throws SQLException {
        long sum = 0;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select * from \"" + table + "\"")) {
            ResultSetMetaData columns = rows.getMetaData();
            while (rows.next()) {
                long row = 1;
                for (int at = 1; at <= columns.getColumnCount(); at++) {
                    Object value = rows.getObject(at);
                    boolean large =
                            value instanceof java.sql.Clob || value instanceof java.sql.Blob || value instanceof byte[];
                    row = row * 31
                            + (large
                                    ? Arrays.hashCode(rows.getBytes(at))
                                    : String.valueOf(value).hashCode());
                }
                sum += row * 0x9E3779B97F4A7C15L;
            }
        }
        return sum;
    }
}

package org.mailboxremediation.app.secret;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;

/** Looks into every column of every table of every schema that can hold text or bytes, on H2 and PostgreSQL alike. */
public final class TableSearch {

    private static final Set<Integer> NUMBERS_AND_TIMES = Set.of(
            Types.INTEGER,
            Types.BIGINT,
            Types.SMALLINT,
            Types.TINYINT,
            Types.BOOLEAN,
            Types.BIT,
            Types.DOUBLE,
            Types.REAL,
            Types.DATE,
            Types.TIME,
            Types.TIMESTAMP,
            Types.TIMESTAMP_WITH_TIMEZONE);

    private final DataSource database;

    /** A search of all that this source's user can see. */
    public TableSearch(DataSource database) {
        this.database = database;
    }

    /** The findings, each as {@code SCHEMA.TABLE.COLUMN: CANARY FORM}. */
    public Set<String> find(CanarySearch search) {
        Set<String> found = new TreeSet<>();
        try (Connection connection = database.getConnection()) {
            for (Column column : columns(connection)) {
                search(connection, column, search, found);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }

    private static List<Column> columns(Connection connection) throws SQLException {
        List<Column> columns = new ArrayList<>();
        try (ResultSet all = connection.getMetaData().getColumns(null, null, "%", "%")) {
            while (all.next()) {
                Column column = new Column(
                        all.getString("TABLE_SCHEM"), all.getString("TABLE_NAME"), all.getString("COLUMN_NAME"));
                if (!NUMBERS_AND_TIMES.contains(all.getInt("DATA_TYPE")) && !column.isCatalog()) {
                    columns.add(column);
                }
            }
        }
        return columns;
    }

    private static void search(Connection connection, Column column, CanarySearch search, Set<String> found)
            throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(column.select())) {
            while (rows.next()) {
                found.addAll(search.in(column.toString(), content(rows)));
            }
        }
    }

    private static byte[] content(ResultSet row) throws SQLException {
        Object value = row.getObject(1);
        boolean binary = value instanceof byte[] || value instanceof java.sql.Blob;
        return binary ? row.getBytes(1) : row.getString(1).getBytes(StandardCharsets.UTF_8);
    }

    private record Column(String schema, String table, String name) {

        boolean isCatalog() {
            return schema.equalsIgnoreCase("information_schema") || schema.equals("pg_catalog");
        }

        String select() {
            return "select \"" + name + "\" from \"" + schema + "\".\"" + table + "\" where \"" + name
                    + "\" is not null";
        }

        @Override
        public String toString() {
            return table.toUpperCase(java.util.Locale.ROOT) + "." + name.toUpperCase(java.util.Locale.ROOT);
        }
    }
}

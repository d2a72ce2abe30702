package org.mailboxremediation.app.promise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** A secret in all the forms that it could be left in, and the search for them. */
final class Canary {

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

    private final Map<String, byte[]> forms = new LinkedHashMap<>();

    Canary(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        forms.put("clear", bytes);
        forms.put("base64", ascii(Base64.getEncoder().withoutPadding().encodeToString(bytes)));
        forms.put("base64url", ascii(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)));
        forms.put("hex", ascii(HexFormat.of().formatHex(bytes)));
        forms.put("HEX", ascii(HexFormat.of().withUpperCase().formatHex(bytes)));
        forms.put("url", ascii(URLEncoder.encode(secret, StandardCharsets.UTF_8)));
        forms.put("utf16be", secret.getBytes(StandardCharsets.UTF_16BE));
        forms.put("utf16le", secret.getBytes(StandardCharsets.UTF_16LE));
        forms.put("reversed", new StringBuilder(secret).reverse().toString().getBytes(StandardCharsets.UTF_8));
    }

    Map<String, byte[]> forms() {
        return forms;
    }

    boolean isIn(String text) {
        return isIn(text.getBytes(StandardCharsets.UTF_8));
    }

    boolean isIn(byte[] bytes) {
        String hay = new String(bytes, StandardCharsets.ISO_8859_1);
        return forms.values().stream().anyMatch(form -> hay.contains(new String(form, StandardCharsets.ISO_8859_1)));
    }

    /** The columns, as TABLE.COLUMN, of all tables of the application's schema, that hold it in any form. */
    List<String> columns(DataSource database) {
        List<String> found = new ArrayList<>();
        try (Connection connection = database.getConnection();
                ResultSet columns = connection.getMetaData().getColumns(null, connection.getSchema(), "%", "%")) {
            while (columns.next()) {
                String table = columns.getString("TABLE_NAME");
                String column = columns.getString("COLUMN_NAME");
                if (!NUMBERS_AND_TIMES.contains(columns.getInt("DATA_TYPE")) && holds(connection, table, column)) {
                    found.add((table + "." + column).toUpperCase(Locale.ROOT));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }

    /** The files below the folder that hold it in any form. */
    List<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> isIn(content(file)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean holds(Connection connection, String table, String column) throws SQLException {
        String all = "select \"" + column + "\" from \"" + table + "\" where \"" + column + "\" is not null";
        try (ResultSet rows = connection.createStatement().executeQuery(all)) {
            while (rows.next()) {
                Object value = rows.getObject(1);
                boolean binary = value instanceof byte[] || value instanceof java.sql.Blob;
                if (binary ? isIn(rows.getBytes(1)) : isIn(rows.getString(1))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}

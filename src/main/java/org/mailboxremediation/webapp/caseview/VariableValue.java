package org.mailboxremediation.webapp.caseview;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A value as the engine's history keeps it, read as text: no class is made from it, whatever it says it is. */
final class VariableValue {

    /** What a query joins for it, to the table under the name {@code h}. */
    static final String JOIN = " left join ACT_GE_BYTEARRAY content on content.ID_ = h.BYTEARRAY_ID_";

    /** The column that goes with the join. */
    static final String COLUMN = "content.BYTES_ as CONTENT_";

    private VariableValue() {}

    /** The row's value, cut to what can be shown; null for none. */
    static @Nullable String of(ResultSet row) throws SQLException {
        String type = Objects.requireNonNullElse(row.getString("VAR_TYPE_"), "null");
        return ForeignText.cutOrNull(
                switch (type) {
                    case "null" -> null;
                    case "string" -> Objects.requireNonNullElse(row.getString("TEXT_"), "");
                    case "boolean" -> String.valueOf(row.getLong("LONG_") == 1);
                    case "integer", "long", "short" -> String.valueOf(row.getLong("LONG_"));
                    case "double" -> String.valueOf(row.getDouble("DOUBLE_"));
                    case "date" -> Instant.ofEpochMilli(row.getLong("LONG_")).toString();
                    case "json", "xml", "object" -> text(row.getBytes("CONTENT_"));
                    default -> "(" + type + ")";
                });
    }

    private static @Nullable String text(byte @Nullable [] content) {
        return content == null ? null : new String(content, StandardCharsets.UTF_8);
    }
}

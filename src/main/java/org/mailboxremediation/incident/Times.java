package org.mailboxremediation.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Times as the tables keep them: in microseconds. */
public final class Times {

    private Times() {}

    /** Now, as it will be read back. */
    public static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** The column's time; the column holds none but for an error of ours. */
    public static Instant read(ResultSet row, String column) throws SQLException {
        Instant time = readOrNull(row, column);
        if (time == null) {
            throw new SQLException("no time in column " + column);
        }
        return time;
    }

    /** The column's time, null if it holds none. */
    public static @Nullable Instant readOrNull(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }

    /** The time as a parameter. */
    public static Timestamp sql(Instant time) {
        return Timestamp.from(time.truncatedTo(ChronoUnit.MICROS));
    }

    /** The time as a parameter, null if there is none. */
    public static @Nullable Timestamp sqlOrNull(@Nullable Instant time) {
        return time == null ? null : sql(time);
    }
}

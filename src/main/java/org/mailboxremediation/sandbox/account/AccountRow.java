package org.mailboxremediation.sandbox.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.sandbox.SandboxComponent;

/** Maps an account to its row and back. */
@SandboxComponent
final class AccountRow {

    static final String INSERT = "insert into sandbox_mailbox (address, domain, name, password_hash, enabled, size_mb,"
            + " created_at, display_name, custom_id, profile) values (:address, :domain, :name, :hash, :enabled, :size,"
            + " :created, :display, :custom, :profile)";

    private static final int SEARCHABLE = 400;

    private final JsonColumn json;

    AccountRow(JsonColumn json) {
        this.json = json;
    }

    Account read(ResultSet row, int number) throws SQLException {
        return new Account(
                row.getString("name"),
                row.getString("domain"),
                row.getBoolean("enabled"),
                row.getInt("size_mb"),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("last_login")),
                json.read(row.getString("profile"), Profile.class));
    }

    Map<String, Object> write(Account account) {
        Map<String, Object> row = new HashMap<>();
        row.put("address", account.address());
        row.put("domain", account.domain());
        row.put("name", account.name());
        row.put("enabled", account.enabled());
        row.put("size", account.sizeMegabytes());
        row.put("created", timestamp(account.createdAt()));
        row.put("display", searchable(account.profile().displayName()));
        row.put("custom", searchable(account.profile().contact().getOrDefault("customID", "")));
        row.put("profile", json.write(account.profile()));
        return row;
    }

    static Timestamp timestamp(Instant instant) {
        return Timestamp.from(instant.truncatedTo(ChronoUnit.MICROS));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    private static String searchable(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.length() <= SEARCHABLE ? lower : lower.substring(0, SEARCHABLE);
    }
}

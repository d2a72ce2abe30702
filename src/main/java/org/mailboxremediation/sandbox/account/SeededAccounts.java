package org.mailboxremediation.sandbox.account;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.mailboxremediation.sandbox.SandboxComponent;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Adds accounts with their published passwords, thousands in one batch. */
@SandboxComponent
final class SeededAccounts {

    private final NamedParameterJdbcTemplate jdbc;
    private final AccountRow rows;
    private final Passwords passwords;

    SeededAccounts(NamedParameterJdbcTemplate jdbc, AccountRow rows, Passwords passwords) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.passwords = passwords;
    }

    void add(Account account) {
        jdbc.update(AccountRow.INSERT, row(account));
    }

    void addMissing(int count, Function<String, Account> named) {
        Set<String> present = new HashSet<>(jdbc.queryForList(
                "select name from sandbox_mailbox where domain = 'example.com'", Map.of(), String.class));
        List<Map<String, Object>> missing = IntStream.rangeClosed(1, count)
                .mapToObj("user%05d"::formatted)
                .filter(name -> !present.contains(name))
                .map(name -> row(named.apply(name)))
                .toList();
        jdbc.batchUpdate(AccountRow.INSERT, batch(missing));
    }

    private Map<String, Object> row(Account account) {
        Map<String, Object> row = rows.write(account);
        row.put("hash", passwords.hashPublished("Sandbox-" + account.name() + "-1"));
        return row;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Map<String, ?>[] batch(List<Map<String, Object>> rows) {
        return rows.toArray(new Map[0]);
    }
}

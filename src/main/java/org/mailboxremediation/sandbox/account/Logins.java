package org.mailboxremediation.sandbox.account;

import java.time.Clock;
import java.util.Optional;
import org.mailboxremediation.sandbox.SandboxComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Checks logins. A disabled or deleted account has none. */
@SandboxComponent
public final class Logins {

    private final JdbcClient jdbc;
    private final Passwords passwords;
    private final Clock clock;

    Logins(JdbcClient jdbc, Passwords passwords, Clock clock) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** Whether this password opens the account of that full address in lower case; if so, it is its last login. */
    public boolean accepts(String address, String password) {
        Optional<String> hash = jdbc.sql("select password_hash from sandbox_mailbox"
                        + " where address = :address and enabled = true and deleted_at is null")
                .param("address", address)
                .query(String.class)
                .optional();
        boolean accepted =
                hash.filter(stored -> passwords.matches(password, stored)).isPresent();
        if (accepted) {
            recordLogin(address);
        }
        return accepted;
    }

    private void recordLogin(String address) {
        jdbc.sql("update sandbox_mailbox set last_login = :now where address = :address")
                .param("now", AccountRow.timestamp(clock.instant()))
                .param("address", address)
                .update();
    }
}

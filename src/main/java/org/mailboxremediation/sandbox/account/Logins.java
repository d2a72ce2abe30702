package org.mailboxremediation.sandbox.account;

import java.time.Clock;
import java.util.Optional;
import org.mailboxremediation.sandbox.SandboxComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Checks logins. A disabled or deleted account has none. */
@SandboxComponent
public final class Logins {

    private static final String READER = "*preview";

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

    /**
     * Whether this opens an account to the one who looks for administrators, {@code alice@example.com*preview}: an account
     * that is disabled too. It is nobody's login, and leaves no trace.
     */
    public boolean acceptsReader(String login, String password) {
        return password.equals("Sandbox-" + READER.substring(1) + "-1")
                && jdbc.sql("select count(*) from sandbox_mailbox where address = :address and deleted_at is null")
                                .param("address", owner(login))
                                .query(Long.class)
                                .single()
                        == 1;
    }

    /** Whether that is such a login. */
    public static boolean isReader(String login) {
        return login.endsWith(READER);
    }

    /** Whose account a login opens. */
    public static String owner(String login) {
        return isReader(login) ? login.substring(0, login.length() - READER.length()) : login;
    }

    private void recordLogin(String address) {
        jdbc.sql("update sandbox_mailbox set last_login = :now where address = :address")
                .param("now", AccountRow.timestamp(clock.instant()))
                .param("address", address)
                .update();
    }
}

package org.mailboxremediation.sandbox.account;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.sandbox.SandboxComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The accounts: read, added, edited, deleted. A change that closes a login ends its sessions before it returns. */
@SandboxComponent
public final class Accounts {

    private static final String SELECT =
            "select * from sandbox_mailbox where address = :address and deleted_at is null";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final AccountRow rows;
    private final Passwords passwords;
    private final LoginSessions sessions;
    private final Clock clock;

    Accounts(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            AccountRow rows,
            Passwords passwords,
            LoginSessions sessions,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.rows = rows;
        this.passwords = passwords;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** The account of a full address in lower case; a deleted one is absent. */
    public Optional<Account> find(String address) {
        return jdbc.sql(SELECT).param("address", address).query(rows::read).optional();
    }

    /**
     * Adds an account in the place of a deleted one, if there is any.
     *
     * @return false if an account of that address exists
     */
    public boolean add(Account account, String password) {
        String hash = passwords.hash(password);
        return Boolean.TRUE.equals(transactions.execute(status -> {
            if (find(account.address()).isPresent()) {
                return false;
            }
            remove(account.address());
            insert(account, hash);
            return true;
        }));
    }

    /**
     * Changes an account; two changes of one account follow each other.
     *
     * @param password the new password, null to keep the old
     * @return the changed account, empty if there is none of that address
     */
    public Optional<Account> edit(String address, UnaryOperator<Account> change, @Nullable String password) {
        String hash = password == null ? null : passwords.hash(password);
        Optional<Account> changed =
                Optional.ofNullable(transactions.execute(status -> editLocked(address, change, hash)));
        changed.filter(account -> closes(address, account, hash)).ifPresent(account -> sessions.drop(address));
        return changed;
    }

    /** Deletes an account, which stays recoverable: {@link DeletedAccounts}. Returns false if there is none. */
    public boolean delete(String address) {
        int deleted = jdbc.sql("update sandbox_mailbox set deleted_at = :now"
                        + " where address = :address and deleted_at is null")
                .param("now", AccountRow.timestamp(clock.instant()))
                .param("address", address)
                .update();
        sessions.drop(address);
        return deleted == 1;
    }

    private static boolean closes(String address, Account changed, @Nullable String hash) {
        return hash != null || !changed.enabled() || !changed.address().equals(address);
    }

    private @Nullable Account editLocked(String address, UnaryOperator<Account> change, @Nullable String hash) {
        Optional<Account> changed = jdbc.sql(SELECT + " for update")
                .param("address", address)
                .query(rows::read)
                .optional()
                .map(change);
        changed.ifPresent(account -> update(address, account));
        if (changed.isPresent() && hash != null) {
            updateHash(changed.get().address(), hash);
        }
        return changed.orElse(null);
    }

    private void update(String address, Account account) {
        Map<String, Object> row = rows.write(account);
        row.remove("created");
        row.remove("domain");
        row.put("old", address);
        jdbc.sql("update sandbox_mailbox set address = :address, name = :name, enabled = :enabled, size_mb = :size,"
                        + " display_name = :display, custom_id = :custom, profile = :profile where address = :old")
                .params(row)
                .update();
    }

    private void updateHash(String address, String hash) {
        jdbc.sql("update sandbox_mailbox set password_hash = :hash where address = :address")
                .param("hash", hash)
                .param("address", address)
                .update();
    }

    private void insert(Account account, String hash) {
        Map<String, Object> row = rows.write(account);
        row.put("hash", hash);
        jdbc.sql(AccountRow.INSERT).params(row).update();
    }

    private void remove(String address) {
        jdbc.sql("delete from sandbox_mailbox where address = :address")
                .param("address", address)
                .update();
    }
}

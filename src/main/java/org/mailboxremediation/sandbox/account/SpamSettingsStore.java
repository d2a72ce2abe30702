package org.mailboxremediation.sandbox.account;

import java.util.Optional;
import org.mailboxremediation.sandbox.SandboxComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The spam settings of each scope: a domain, or a mailbox's full address. */
@SandboxComponent
public final class SpamSettingsStore {

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final JsonColumn json;

    SpamSettingsStore(JdbcClient jdbc, TransactionTemplate transactions, JsonColumn json) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.json = json;
    }

    /** The scope's own settings; empty if it was never given any. */
    public Optional<SpamSettings> own(String scope) {
        return jdbc.sql("select settings from sandbox_spam_settings where scope = :scope")
                .param("scope", scope)
                .query(String.class)
                .optional()
                .map(text -> json.read(text, SpamSettings.class));
    }

    /** Takes their own settings from all mailboxes of a domain. */
    public void forgetMailboxes(String domain) {
        jdbc.sql("delete from sandbox_spam_settings where right(scope, length(:suffix)) = :suffix")
                .param("suffix", "@" + domain)
                .update();
    }

    /** Sets the scope's own settings. */
    public void save(String scope, SpamSettings settings) {
        transactions.executeWithoutResult(status -> {
            jdbc.sql("delete from sandbox_spam_settings where scope = :scope")
                    .param("scope", scope)
                    .update();
            jdbc.sql("insert into sandbox_spam_settings (scope, settings) values (:scope, :settings)")
                    .param("scope", scope)
                    .param("settings", json.write(settings))
                    .update();
        });
    }
}

package org.mailboxremediation.bench;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import javax.sql.DataSource;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.mailboxremediation.credential.Secret;
import org.mailboxremediation.incident.MailboxAddress;
import org.mailboxremediation.mailbox.MailboxProvider;
import org.mailboxremediation.mailbox.rackspace.RackspaceFixture;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The usual way: the provider is called by the delegate itself, in a job. It notes when, and nothing else. */
final class LockOutInAJob implements JavaDelegate {

    private static final Secret PASSWORD = Secret.of("Bench-Passw0rd-1");

    private final MailboxProvider provider;
    private final JdbcClient jdbc;

    LockOutInAJob(String baseUrl, DataSource dataSource) {
        provider = RackspaceFixture.unlimited(baseUrl, Emulator.USER_KEY, Emulator.SECRET_KEY, Clock.systemUTC());
        jdbc = JdbcClient.create(dataSource);
        jdbc.sql("create table bench_time (mailbox varchar(254), accepted_at timestamptz, verified_at timestamptz)")
                .update();
    }

    @Override
    public void execute(DelegateExecution execution) {
        MailboxAddress mailbox = MailboxAddress.parse(execution.getProcessBusinessKey());
        provider.changePasswordAndBlock(mailbox, PASSWORD);
        Instant accepted = Instant.now();
        if (provider.show(mailbox).enabled()) {
            throw new IllegalStateException("not blocked");
        }
        jdbc.sql("insert into bench_time (mailbox, accepted_at, verified_at) values (?, ?, ?)")
                .params(mailbox.asString(), Timestamp.from(accepted), Timestamp.from(Instant.now()))
                .update();
    }
}

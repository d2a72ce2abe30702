package org.mailboxremediation.mailbox.rackspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.mailboxremediation.credential.Secret;
import org.mailboxremediation.database.DatabaseKind;
import org.mailboxremediation.incident.MailboxAddress;
import org.mailboxremediation.mailbox.LoginCheck;
import org.mailboxremediation.mailbox.LoginFixture;
import org.mailboxremediation.mailbox.LoginResult.Answer;
import org.mailboxremediation.mailbox.MailboxProvider;
import org.mailboxremediation.mailbox.MailboxProviderContract;
import org.mailboxremediation.sandbox.RunningSandbox;

/** The adapter against the emulator, the passwords tried at the emulator's own mail servers. */
@Tag(DatabaseKind.TAG)
final class RackspaceEmulatorTest implements MailboxProviderContract {

    private static final String ALICES_MAILBOX = "/v1/customers/me/domains/example.com/rs/mailboxes/alice";

    private static RunningSandbox sandbox;
    private static MailboxProvider provider;
    private static LoginCheck logins;

    @BeforeAll
    static void start() {
        sandbox = RunningSandbox.start("reads-per-minute=0", "writes-per-minute=0");
        provider = RackspaceFixture.unlimited(
                "http://127.0.0.1:" + sandbox.httpPort() + "/sandbox/rackspace/v1",
                "eGbq9/2hcZsRlr1JV1Pi",
                "QHOvchm/40czXhJ1OxfxK7jDHr3t",
                sandbox.clock());
        logins = LoginFixture.onThisMachine(sandbox.imapPort(), sandbox.smtpPort(), Duration.ofSeconds(5));
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void compromiseAlice() {
        assertThat(sandbox.api()
                        .put(
                                ALICES_MAILBOX,
                                "password=Sandbox-Contract-1&enabled=true&enableVacationMessage=true"
                                        + "&vacationMessage=moved&emailForwardingAddresses=out%40example.net"
                                        + "&saveForwardedEmail=false")
                        .statusCode())
                .isEqualTo(200);
    }

    @Override
    public MailboxProvider provider() {
        return provider;
    }

    @Override
    public boolean letsIn(MailboxAddress mailbox, Secret password) {
        Answer imap = logins.check(mailbox, password).imap();
        assertThat(logins.check(mailbox, password).smtp()).isEqualTo(imap).isNotEqualTo(Answer.UNKNOWN);
        return imap == Answer.ACCEPTED;
    }

    @Override
    public Secret alicesPassword() {
        return Secret.of("Sandbox-Contract-1");
    }
}

package org.mailboxremediation.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One state behind API, IMAP and SMTP: what the API says about a login is true on the wire. */
class LoginStateTest {

    private static final String OLD = "Sandbox-alice-1";
    private static final String NEW = "Kx7-blue-Harbour";

    private RunningSandbox sandbox;

    @BeforeEach
    void start() {
        sandbox = RunningSandbox.start("reads-per-minute=0", "writes-per-minute=0");
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void seededLoginsWorkOverImapAndSmtp() {
        assertThat(imapLogin(OLD)).startsWith("a OK");
        assertThat(smtpLogin("alice@example.com", OLD)).startsWith("235");
        assertThat(smtpLogin("it-desk@example.net", "Sandbox-it-desk-1")).startsWith("235");
        assertThat(imapLogin("wrong")).startsWith("a NO");
        assertThat(smtpLogin("alice@example.com", "wrong")).startsWith("535");
        assertThat(smtpLogin("nobody@example.com", "nobody@example.com")).startsWith("535");
    }

    @Test
    void passwordChangeStopsTheOldLoginAndStartsTheNew() {
        assertThat(sandbox.api().put(ApiClient.ALICE, "password=" + NEW).statusCode())
                .isEqualTo(200);

        assertThat(imapLogin(OLD)).startsWith("a NO");
        assertThat(smtpLogin("alice@example.com", OLD)).startsWith("535");
        assertThat(imapLogin(NEW)).startsWith("a OK");
        assertThat(smtpLogin("alice@example.com", NEW)).startsWith("235");
    }

    @Test
    void disablingStopsImapAndSmtpUntilEnabledAgain() {
        sandbox.api().put(ApiClient.ALICE, "enabled=false");

        assertThat(imapLogin(OLD)).startsWith("a NO");
        assertThat(smtpLogin("alice@example.com", OLD)).startsWith("535");

        sandbox.api().put(ApiClient.ALICE, "enabled=true");
        assertThat(imapLogin(OLD)).startsWith("a OK");
    }

    @Test
    void passwordChangeDropsAnIdleSessionWithASelectedFolder() {
        try (LineClient imap = new LineClient(sandbox.imapPort());
                LineClient selected = new LineClient(sandbox.imapPort())) {
            imap.imap("LOGIN alice@example.com " + OLD);
            imap.imap("SELECT INBOX");
            imap.write("a IDLE");
            assertThat(imap.read()).startsWith("+");
            selected.imap("LOGIN alice@example.com " + OLD);
            assertThat(selected.imap("SELECT INBOX")).startsWith("a OK");

            sandbox.api().put(ApiClient.ALICE, "password=" + NEW);

            assertThat(imap.read()).startsWith("* BYE");
            assertThat(imap.read()).isEmpty();
            assertThat(selected.read()).startsWith("* BYE");
            assertThat(selected.read()).isEmpty();
        }
    }

    @Test
    void disablingDropsAnSmtpSessionAndLeavesOthersAlone() {
        try (LineClient alice = new LineClient(sandbox.smtpPort());
                LineClient bob = new LineClient(sandbox.smtpPort())) {
            assertThat(alice.smtpLogin("alice@example.com", OLD)).startsWith("235");
            assertThat(bob.smtpLogin("bob@example.com", "Sandbox-bob-1")).startsWith("235");

            sandbox.api().put(ApiClient.ALICE, "enabled=False");

            assertThat(alice.read()).isEmpty();
            assertThat(bob.smtp("NOOP")).startsWith("250");
        }
    }

    @Test
    void foldersOfOthersCannotBeNamed() {
        try (LineClient imap = new LineClient(sandbox.imapPort())) {
            imap.imap("LOGIN bob@example.com Sandbox-bob-1");
            imap.imap("SELECT INBOX");
            try (LineClient other = new LineClient(sandbox.imapPort())) {
                other.imap("LOGIN alice@example.com " + OLD);
                assertThat(other.imap("SELECT #mail.626f62406578616d706c652e636f6d.INBOX"))
                        .startsWith("a NO");
            }
        }
    }

    private String imapLogin(String password) {
        try (LineClient client = new LineClient(sandbox.imapPort())) {
            return client.imap("LOGIN alice@example.com " + password);
        }
    }

    private String smtpLogin(String address, String password) {
        try (LineClient client = new LineClient(sandbox.smtpPort())) {
            return client.smtpLogin(address, password);
        }
    }
}

package org.mailboxremediation.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.database.DatabaseKind;

/** Mail in over SMTP, read over IMAP. */
@Tag(DatabaseKind.TAG)
class MailFlowTest {

    private static final String STRANGER = "<stranger@outside.example>";

    private static RunningSandbox sandbox;

    @BeforeAll
    static void start() {
        sandbox = RunningSandbox.start("reads-per-minute=0", "writes-per-minute=0", "extra-mailboxes=9");
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @Test
    void mailFromOutsideArrives() {
        assertThat(send(STRANGER, "<USER00001@example.com>")).startsWith("250");
        assertThat(messages("user00001")).isEqualTo(1);
    }

    @Test
    void mailWithTheNullSenderArrives() {
        assertThat(send("<>", "<user00002@example.com>")).startsWith("250");
        assertThat(messages("user00002")).isEqualTo(1);
    }

    @Test
    void unknownRecipientsAreRefusedAndGetNoAccount() {
        assertThat(recipient(STRANGER, "<nobody@example.com>")).startsWith("550 5.1.1 <nobody@example.com>");
        try (LineClient imap = new LineClient(sandbox.imapPort())) {
            assertThat(imap.imap("LOGIN nobody@example.com nobody@example.com")).startsWith("a NO");
        }
    }

    @Test
    void nobodyRelaysWithoutALogin() {
        assertThat(recipient(STRANGER, "<somebody@elsewhere.example>")).startsWith("554 5.7.1");
    }

    @Test
    void aLoginMayWriteToTheOutside() {
        try (LineClient smtp = new LineClient(sandbox.smtpPort())) {
            smtp.smtpLogin("bob@example.com", "Sandbox-bob-1");
            smtp.smtp("MAIL FROM:<bob@example.com>");
            assertThat(smtp.smtp("RCPT TO:<somebody@elsewhere.example>")).startsWith("250");
        }
    }

    @Test
    void anAliasDeliversToItsMembersAndAForwardToItsTarget() {
        sandbox.api()
                .post(ApiClient.DOMAIN + "/rs/aliases/team", "aliasEmails=user00003@example.com,user00004@example.com");
        sandbox.api()
                .put(
                        ApiClient.DOMAIN + "/rs/mailboxes/user00003",
                        "emailForwardingAddresses=user00005@example.com&saveForwardedEmail=false");

        assertThat(send(STRANGER, "<team@example.com>")).startsWith("250");

        assertThat(messages("user00003")).isZero();
        assertThat(messages("user00004")).isEqualTo(1);
        assertThat(messages("user00005")).isEqualTo(1);
    }

    @Test
    void aSenderBlockedByTheDomainIsRefused() {
        String entry = ApiClient.DOMAIN + "/spam/blocklist/@bad.example";
        sandbox.api().post(entry, "");
        assertThat(recipient("<eve@bad.example>", "<user00006@example.com>"))
                .isEqualTo("554 5.7.1 <user00006@example.com>: Sender address rejected: Blocked by this domain");

        sandbox.api().post(ApiClient.DOMAIN + "/rs/mailboxes/user00007/spam/safelist/eve@bad.example", "");
        assertThat(recipient("<eve@bad.example>", "<user00007@example.com>")).startsWith("250");

        sandbox.api().delete(entry);
        assertThat(recipient("<eve@bad.example>", "<user00006@example.com>")).startsWith("250");
    }

    @Test
    void anAddressBlockedByTheRecipientIsRefusedThereOnly() {
        sandbox.api().post(ApiClient.DOMAIN + "/rs/mailboxes/user00008/spam/ipblocklist/127.0.0.%25", "");
        assertThat(recipient(STRANGER, "<user00008@example.com>"))
                .isEqualTo("554 5.7.1 <user00008@example.com>: Sender address rejected: Blocked by this recipient");
        assertThat(recipient(STRANGER, "<user00009@example.com>")).startsWith("250");
    }

    @Test
    void aBlockedMailboxStillReceives() {
        sandbox.api().put(ApiClient.DOMAIN + "/rs/mailboxes/dave", "enabled=false");
        assertThat(send(STRANGER, "<dave@example.com>")).startsWith("250");
        sandbox.api().put(ApiClient.DOMAIN + "/rs/mailboxes/dave", "enabled=true");
        assertThat(messages("dave")).isEqualTo(1);
    }

    private static String recipient(String from, String to) {
        try (LineClient smtp = new LineClient(sandbox.smtpPort())) {
            smtp.smtp("HELO client.example");
            assertThat(smtp.smtp("MAIL FROM:" + from)).startsWith("250");
            return smtp.smtp("RCPT TO:" + to);
        }
    }

    private static String send(String from, String to) {
        try (LineClient smtp = new LineClient(sandbox.smtpPort())) {
            smtp.smtp("HELO client.example");
            smtp.smtp("MAIL FROM:" + from);
            assertThat(smtp.smtp("RCPT TO:" + to)).startsWith("250");
            assertThat(smtp.smtp("DATA")).startsWith("354");
            smtp.write("Subject: hello\r\n\r\nWords.");
            return smtp.smtp(".");
        }
    }

    private static int messages(String name) {
        try (LineClient imap = new LineClient(sandbox.imapPort())) {
            imap.imap("LOGIN " + name + "@example.com Sandbox-" + name + "-1");
            imap.write("b STATUS INBOX (MESSAGES)");
            return Integer.parseInt(imap.read().replaceAll("\\D", ""));
        }
    }
}

package org.mailboxremediation.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.database.DatabaseKind;
import org.mailboxremediation.incident.MailboxAddress;
import org.mailboxremediation.mailbox.PastMail.Sample;
import org.mailboxremediation.sandbox.ApiClient;
import org.mailboxremediation.sandbox.LineClient;
import org.mailboxremediation.sandbox.RunningSandbox;

/** Looks into the sandbox's mailboxes over real IMAP. */
@Tag(DatabaseKind.TAG)
class ImapPastMailTest {

    private static RunningSandbox sandbox;

    @BeforeAll
    static void start() {
        sandbox = RunningSandbox.start("reads-per-minute=0", "writes-per-minute=0", "extra-mailboxes=4");
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @Test
    void readsTheHeadersAsTheyStand() {
        for (int i = 0; i < 60; i++) {
            send("user00001", "Return-Path: <n" + i + "@partner.example>", "X-Odd: \u00e4 =?utf-8?Q?=0D=0ABcc:x?=");
        }
        Sample sample = look("user00001", "Sandbox-preview-1", 5000);

        assertThat(sample.available()).isTrue();
        assertThat(sample.whole()).isTrue();
        assertThat(sample.headers()).hasSize(60);
        assertThat(sample.headers())
                .extracting(header -> new String(header, StandardCharsets.ISO_8859_1))
                .anyMatch(header -> header.contains("Return-Path: <n0@partner.example>"))
                .anyMatch(header -> header.contains("=?utf-8?Q?=0D=0ABcc:x?="));
        try (LineClient imap = new LineClient(sandbox.imapPort())) {
            imap.imap("LOGIN user00001@example.com Sandbox-user00001-1");
            imap.write("b STATUS INBOX (UNSEEN)");
            assertThat(imap.read()).as("left unseen").contains("UNSEEN 60");
        }
    }

    @Test
    void looksIntoABlockedMailboxToo() {
        send("user00002", "Return-Path: <x@partner.example>");
        sandbox.api().put(ApiClient.DOMAIN + "/rs/mailboxes/user00002", "enabled=false");

        assertThat(look("user00002", "Sandbox-preview-1", 5000).headers()).hasSize(1);
    }

    @Test
    void saysThatThereIsMore() {
        for (int i = 0; i < 3; i++) {
            send("user00003", "Return-Path: <x@partner.example>");
        }
        Sample sample = look("user00003", "Sandbox-preview-1", 2);

        assertThat(sample.headers()).hasSize(2);
        assertThat(sample.whole()).isFalse();
    }

    @Test
    void isNotAvailableWithoutLeave() {
        assertThat(look("user00004", "", 5000)).isEqualTo(Sample.UNAVAILABLE);
        assertThat(look("user00004", "wrong", 5000)).isEqualTo(Sample.UNAVAILABLE);
        assertThat(look("nobody", "Sandbox-preview-1", 5000)).isEqualTo(Sample.UNAVAILABLE);
    }

    @Test
    void opensNothingOverSmtp() {
        try (LineClient smtp = new LineClient(sandbox.smtpPort())) {
            assertThat(smtp.smtpLogin("user00004@example.com*preview", "Sandbox-preview-1"))
                    .startsWith("535");
        }
    }

    private Sample look(String name, String password, int most) {
        ImapPastMail looking = looking(password, most);
        return looking.since(
                MailboxAddress.parse(name + "@example.com"), Instant.now().minus(30, ChronoUnit.DAYS));
    }

    private static ImapPastMail looking(String password, int most) {
        LoginProperties.Tls none = LoginProperties.Tls.NONE;
        return new ImapPastMail(
                new LoginProperties(true, "127.0.0.1", sandbox.imapPort(), none, "", 0, none, Duration.ofSeconds(5)),
                new PastMailProperties("{mailbox}*preview", password, Duration.ofSeconds(10), most));
    }

    private static void send(String name, String... headers) {
        try (LineClient smtp = new LineClient(sandbox.smtpPort())) {
            smtp.smtp("HELO client.example");
            smtp.smtp("MAIL FROM:<stranger@outside.example>");
            assertThat(smtp.smtp("RCPT TO:<" + name + "@example.com>")).startsWith("250");
            assertThat(smtp.smtp("DATA")).startsWith("354");
            smtp.write(String.join("\r\n", headers) + "\r\nSubject: hello\r\n\r\nWords.");
            assertThat(smtp.smtp(".")).startsWith("250");
        }
    }
}

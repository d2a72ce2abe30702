package org.mailboxremediation.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.database.DatabaseKind;

/** One state behind API, IMAP and SMTP: what the API says about a login is true on the wire. */
@Tag(DatabaseKind.TAG)
class LoginStateTest {

    private static final String NEW = "Kx7-blue-Harbour";

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
    void seededLoginsWorkOverImapAndSmtp() {
        assertThat(imapLogin("alice@example.com", "Sandbox-alice-1")).startsWith("a OK");
        assertThat(smtpLogin("alice@example.com", "Sandbox-alice-1")).startsWith("235");
        assertThat(smtpLogin("it-desk@example.net", "Sandbox-it-desk-1")).startsWith("235");
        assertThat(imapLogin("USER00009@Example.com", "Sandbox-user00009-1")).startsWith("a OK");
    }

    @Test
    void wrongPasswordsAndUnknownNamesAreRefused() {
        assertThat(imapLogin("alice@example.com", "wrong")).startsWith("a NO");
        assertThat(smtpLogin("alice@example.com", "wrong")).startsWith("535");
        assertThat(imapLogin("alice@example.com", "\"\"")).startsWith("a NO");
        assertThat(smtpLogin("nobody@example.com", "nobody@example.com")).startsWith("535");
    }

    @Test
    void passwordChangeStopsTheOldLoginAndStartsTheNew() {
        assertThat(edit("user00001", "password=" + NEW)).isEqualTo(200);

        assertThat(imapLogin("user00001@example.com", old("user00001"))).startsWith("a NO");
        assertThat(smtpLogin("user00001@example.com", old("user00001"))).startsWith("535");
        assertThat(imapLogin("user00001@example.com", NEW)).startsWith("a OK");
        assertThat(smtpLogin("user00001@example.com", NEW)).startsWith("235");
    }

    @Test
    void disablingStopsImapAndSmtpUntilEnabledAgain() {
        edit("user00002", "enabled=false");
        assertThat(imapLogin("user00002@example.com", old("user00002"))).startsWith("a NO");
        assertThat(smtpLogin("user00002@example.com", old("user00002"))).startsWith("535");

        edit("user00002", "enabled=true");
        assertThat(imapLogin("user00002@example.com", old("user00002"))).startsWith("a OK");
    }

    @Test
    void passwordChangeDropsIdleAndSelectedSessions() {
        try (LineClient idle = new LineClient(sandbox.imapPort());
                LineClient selected = new LineClient(sandbox.imapPort())) {
            select(idle, "user00003");
            idle.write("a IDLE");
            assertThat(idle.read()).startsWith("+");
            select(selected, "user00003");

            edit("user00003", "password=" + NEW);

            assertThat(idle.read()).startsWith("* BYE");
            assertThat(idle.read()).isEmpty();
            assertThat(selected.read()).startsWith("* BYE");
            assertThat(selected.read()).isEmpty();
        }
    }

    @Test
    void disablingDropsAnSmtpSessionAndLeavesOthersAlone() {
        try (LineClient closed = new LineClient(sandbox.smtpPort());
                LineClient other = new LineClient(sandbox.smtpPort())) {
            assertThat(closed.smtpLogin("user00004@example.com", old("user00004")))
                    .startsWith("235");
            assertThat(other.smtpLogin("bob@example.com", old("bob"))).startsWith("235");

            edit("user00004", "enabled=False");

            assertThat(closed.read()).isEmpty();
            assertThat(other.smtp("NOOP")).startsWith("250");
        }
    }

    @Test
    void deletingDropsSessionsAndEndsTheLogin() {
        try (LineClient imap = new LineClient(sandbox.imapPort())) {
            select(imap, "user00005");

            sandbox.api().delete(ApiClient.DOMAIN + "/rs/mailboxes/user00005");

            assertThat(imap.read()).startsWith("* BYE");
            assertThat(imapLogin("user00005@example.com", old("user00005"))).startsWith("a NO");
        }
    }

    @Test
    void editOfAnotherFieldKeepsSessions() {
        try (LineClient imap = new LineClient(sandbox.imapPort())) {
            select(imap, "user00006");
            edit("user00006", "displayName=Somebody");
            assertThat(imap.imap("NOOP")).startsWith("a OK");
        }
    }

    @Test
    void foldersOfOthersCannotBeNamed() {
        String bobs = "#mail.626f62406578616d706c652e636f6d.INBOX";
        try (LineClient bob = new LineClient(sandbox.imapPort());
                LineClient carol = new LineClient(sandbox.imapPort())) {
            select(bob, "bob");
            assertThat(bob.imap("SELECT " + bobs)).startsWith("a OK");
            select(carol, "carol");
            assertThat(carol.imap("SELECT " + bobs)).startsWith("a NO");
        }
    }

    private static int edit(String name, String form) {
        return sandbox.api()
                .put(ApiClient.DOMAIN + "/rs/mailboxes/" + name, form)
                .statusCode();
    }

    private static String old(String name) {
        return "Sandbox-" + name + "-1";
    }

    private static void select(LineClient imap, String name) {
        assertThat(imap.imap("LOGIN " + name + "@example.com " + old(name))).startsWith("a OK");
        assertThat(imap.imap("SELECT INBOX")).startsWith("a OK");
    }

    private static String imapLogin(String address, String password) {
        try (LineClient client = new LineClient(sandbox.imapPort())) {
            return client.imap("LOGIN " + address + " " + password);
        }
    }

    private static String smtpLogin(String address, String password) {
        try (LineClient client = new LineClient(sandbox.smtpPort())) {
            return client.smtpLogin(address, password);
        }
    }
}

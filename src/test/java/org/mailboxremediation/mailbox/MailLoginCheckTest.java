package org.mailboxremediation.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailboxremediation.credential.Secret;
import org.mailboxremediation.incident.MailboxAddress;
import org.mailboxremediation.mailbox.LoginResult.Answer;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
final class MailLoginCheckTest {

    private static final GreenMail MAIL = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP)
    });

    private static final MailboxAddress ALICE = MailboxAddress.parse("alice@example.com");
    private static final Secret PASSWORD = Secret.of("canary-password");

    @BeforeAll
    static void startWithAlice() {
        MAIL.start();
        MAIL.setUser("alice@example.com", "canary-password");
    }

    @AfterAll
    static void stop() {
        MAIL.stop();
    }

    @Test
    void tellsThePasswordThatLetsInFromTheOneThatDoesNot(CapturedOutput log) {
        LoginCheck logins = new MailLoginCheck(
                servers(true, MAIL.getImap().getPort(), MAIL.getSmtp().getPort()));

        assertThat(logins.check(ALICE, PASSWORD)).isEqualTo(new LoginResult(Answer.ACCEPTED, Answer.ACCEPTED));
        assertThat(logins.check(ALICE, Secret.of("wrong"))).isEqualTo(new LoginResult(Answer.REFUSED, Answer.REFUSED));
        assertThat(log.getOut().lines().filter(line -> line.contains("mailboxremediation")))
                .noneMatch(line -> line.contains("canary"));
    }

    @Test
    void knowsNothingWhereNobodyListens() {
        assertThat(new MailLoginCheck(servers(true, 1, 1)).check(ALICE, PASSWORD))
                .isEqualTo(LoginResult.UNKNOWN);
    }

    @Test
    void asksNobodyWhenItIsOff() {
        LoginProperties off =
                servers(false, MAIL.getImap().getPort(), MAIL.getSmtp().getPort());

        assertThat(new MailLoginCheck(off).check(ALICE, PASSWORD)).isEqualTo(LoginResult.UNKNOWN);
    }

    @Test
    void waitsNoLongerThanItMust() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            LoginProperties servers = servers(true, silent.getLocalPort(), silent.getLocalPort());

            assertThat(new MailLoginCheck(servers).check(ALICE, PASSWORD)).isEqualTo(LoginResult.UNKNOWN);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "535 5.7.8 bad credentials, REFUSED",
        "525 5.7.13 account disabled, REFUSED",
        "454 4.7.0 try later, UNKNOWN",
        "538 5.7.11 encryption required, UNKNOWN"
    })
    void takesOnlyAWordOnTheLoginForARefusal(String answer, Answer expected) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> talk = CompletableFuture.runAsync(() -> talk(server, answer));
            LoginProperties servers = servers(true, 1, server.getLocalPort());

            assertThat(new MailLoginCheck(servers).check(ALICE, PASSWORD).smtp())
                    .isEqualTo(expected);
            talk.join();
        }
    }

    @Test
    void saysUserAndPasswordOfSubmissionAtOnce() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            CompletableFuture<List<String>> said = CompletableFuture.supplyAsync(() -> saidTo(server));
            LoginProperties servers = servers(true, 1, server.getLocalPort());

            assertThat(new MailLoginCheck(servers).check(ALICE, PASSWORD).smtp())
                    .isEqualTo(Answer.ACCEPTED);
            assertThat(said.join()).map(line -> line.substring(0, 4)).containsExactly("EHLO", "AUTH", "QUIT");
            assertThat(said.join().get(1)).startsWith("AUTH PLAIN ");
        }
    }

    /** Offers both mechanisms and accepts the first thing it is told. */
    private static List<String> saidTo(ServerSocket server) {
        List<String> said = new ArrayList<>();
        try (var client = server.accept();
                var in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
            var out = client.getOutputStream();
            for (String answer : List.of("220 hello", "250-hello\r\n250 AUTH LOGIN PLAIN", "235 2.7.0 welcome")) {
                out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
                String line = in.readLine();
                if (line != null) {
                    said.add(line);
                }
            }
        } catch (IOException gone) {
            assertThat(gone).isNotNull();
        }
        return said;
    }

    private static void talk(ServerSocket server, String answer) {
        try (var client = server.accept()) {
            var out = client.getOutputStream();
            out.write("220 hello\r\n".getBytes(StandardCharsets.US_ASCII));
            client.getInputStream().read(new byte[512]);
            out.write("250-hello\r\n250 AUTH PLAIN\r\n".getBytes(StandardCharsets.US_ASCII));
            client.getInputStream().read(new byte[512]);
            out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
            client.getInputStream().read(new byte[512]);
        } catch (IOException gone) {
            assertThat(gone).isNotNull();
        }
    }

    private static LoginProperties servers(boolean enabled, int imapPort, int smtpPort) {
        return LoginFixture.properties(enabled, imapPort, smtpPort, Duration.ofMillis(700));
    }
}

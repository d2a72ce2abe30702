package org.mailboxremediation.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mailboxremediation.database.DatabaseKind;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** GreenMail writes LOGIN lines at DEBUG; ours must not, whatever the level of our own packages. */
@ExtendWith(OutputCaptureExtension.class)
@Tag(DatabaseKind.TAG)
class NoPasswordInLogsTest {

    private static final String CANARY = "Canary-77-pass";

    @Test
    void passwordsStayOutOfTheLogAtDebug(CapturedOutput output) {
        LoggingSystem logging = LoggingSystem.get(getClass().getClassLoader());
        try (RunningSandbox sandbox = RunningSandbox.start();
                LineClient imap = new LineClient(sandbox.imapPort());
                LineClient smtp = new LineClient(sandbox.smtpPort())) {
            logging.setLogLevel("org.mailboxremediation", LogLevel.TRACE);
            sandbox.api().put(ApiClient.ALICE, "password=" + CANARY);
            assertThat(imap.imap("LOGIN alice@example.com " + CANARY)).startsWith("a OK");
            assertThat(smtp.smtpLogin("alice@example.com", CANARY)).startsWith("235");
            smtp.smtp("NONSENSE " + CANARY);
            imap.imap("NONSENSE " + CANARY);
        } finally {
            logging.setLogLevel("org.mailboxremediation", null);
        }
        assertThat(output.getAll()).doesNotContain(CANARY);
    }
}

package org.mailboxremediation.app;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mailboxremediation.FreePort;
import org.mailboxremediation.database.DatabaseKind;
import org.mailboxremediation.database.DatabaseStarts;
import org.mailboxremediation.database.TestDatabase;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The whole application on its sandbox and the database that the build asks for, over real ports: the one Spring context that all tests of this package share. Each
 * test takes a mailbox of its own ({@link #mailbox()}), because cases of one mailbox exclude each other.
 */
@SpringBootTest(webEnvironment = WebEnvironment.DEFINED_PORT)
@ActiveProfiles(resolver = AppProfiles.class)
@Import({FlowRecorder.class, ProviderSwitch.class})
@Tag(DatabaseKind.TAG)
@ExtendWith(DatabaseStarts.class)
public abstract class AppTest {

    /** The secret key of the second API user. */
    protected static final String SECOND_SECRET = "second-secret-of-the-tests";

    private static final int PORT = FreePort.next();
    private static final int IMAP = FreePort.next();
    private static final int SMTP = FreePort.next();
    private static int mailboxes;

    @DynamicPropertySource
    static void ports(DynamicPropertyRegistry properties) throws IOException {
        Path data = Files.createTempDirectory("mailbox-remediation-test");
        properties.add("server.port", () -> PORT);
        properties.add("remediation.sandbox.imap-port", () -> IMAP);
        properties.add("remediation.sandbox.smtp-port", () -> SMTP);
        properties.add("remediation.sandbox.extra-mailboxes", () -> 600);
        properties.add("remediation.sandbox.reads-per-minute", () -> 0);
        properties.add("remediation.sandbox.writes-per-minute", () -> 0);
        properties.add("remediation.data-dir", data::toString);
        impatient(properties);
        twoApiUsers(properties);
        if (DatabaseKind.chosen() == DatabaseKind.POSTGRESQL) {
            onPostgresql(properties);
        }
    }

    /** A fault is over in seconds: no test waits for minutes until a person is called. */
    private static void impatient(DynamicPropertyRegistry properties) {
        properties.add("remediation.rackspace.connect-timeout", () -> "2s");
        properties.add("remediation.rackspace.read-timeout", () -> "3s");
        properties.add("remediation.rackspace.total-timeout", () -> "9s");
        properties.add("remediation.logins.timeout", () -> "3s");
        properties.add("remediation.outbox.person-after", () -> "8s");
        properties.add("spring.mail.properties[mail.smtp.timeout]", () -> 3_000);
    }

    /** One that is throttled leaves the other: the whole suite shares them. */
    private static void twoApiUsers(DynamicPropertyRegistry properties) {
        properties.add("remediation.rackspace.users[0].user-key", () -> "eGbq9/2hcZsRlr1JV1Pi");
        properties.add("remediation.rackspace.users[0].secret-key", () -> "QHOvchm/40czXhJ1OxfxK7jDHr3t");
        properties.add("remediation.rackspace.users[1].user-key", () -> "second-user");
        properties.add("remediation.rackspace.users[1].secret-key", () -> SECOND_SECRET);
        properties.add("remediation.sandbox.additional-users[0].user-key", () -> "second-user");
        properties.add("remediation.sandbox.additional-users[0].secret-key", () -> SECOND_SECRET);
    }

    private static void onPostgresql(DynamicPropertyRegistry properties) {
        TestDatabase database = TestDatabase.empty(DatabaseKind.POSTGRESQL);
        properties.add("spring.datasource.url", database::url);
        properties.add("spring.datasource.username", database::user);
        properties.add("spring.datasource.password", database::password);
    }

    /** A mailbox that no other test has: {@code userNNNNN@example.com}. */
    protected static synchronized String mailbox() {
        mailboxes++;
        return "user%05d@example.com".formatted(mailboxes);
    }

    /** The password a sandbox mailbox starts with. */
    protected static String firstPassword(String mailbox) {
        return "Sandbox-" + mailbox.substring(0, mailbox.indexOf('@')) + "-1";
    }

    protected static String url(String path) {
        return "http://127.0.0.1:" + PORT + path;
    }

    protected static int imapPort() {
        return IMAP;
    }

    protected static int smtpPort() {
        return SMTP;
    }

    /** Waits up to 30 s for something that other threads bring about. */
    protected static <T> T await(Supplier<T> found, String what) {
        return await(found, () -> what);
    }

    /** The same with a text that is made only if it never comes. */
    protected static <T> T await(Supplier<T> found, Supplier<String> what) {
        long end = System.nanoTime() + SECONDS.toNanos(30);
        while (System.nanoTime() < end) {
            T value = found.get();
            if (value != null && !Boolean.FALSE.equals(value)) {
                return value;
            }
            LockSupport.parkNanos(50_000_000);
        }
        throw new AssertionError("Never came: " + what.get());
    }
}

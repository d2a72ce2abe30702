package org.mailboxremediation.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.CaseContext;
import org.mailboxremediation.database.DatabaseKind;
import org.mailboxremediation.event.Checkpoint;
import org.mailboxremediation.event.Checkpoints;
import org.mailboxremediation.incident.Incident;
import org.mailboxremediation.incident.MailboxSettings;
import org.mailboxremediation.incident.Owner;
import org.mailboxremediation.incident.SettingKind;
import org.springframework.mail.javamail.JavaMailSenderImpl;

@Tag(DatabaseKind.TAG)
class CheckpointMailsTest {

    private static final Map<String, Object> PROPERTIES = Map.of(
            "remediation.organisation.domains", "example.com",
            "remediation.notice.from", "desk@example.net",
            "remediation.event.checkpoint-file", "",
            "remediation.event.checkpoint-mail-to", "audit@example.org,dave@example.com,drop@example.org",
            "remediation.event.checkpoint-mail-every", "24h");

    private final GreenMail mail = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();
    private final CaseContext context = new CaseContext(sender, PROPERTIES);
    private final CheckpointMails mails = context.get(CheckpointMails.class);
    private final Checkpoints checkpoints = context.get(Checkpoints.class);

    @BeforeEach
    void start() {
        mail.start();
        sender.setHost("127.0.0.1");
        sender.setPort(mail.getSmtp().getPort());
    }

    @AfterEach
    void stop() {
        context.close();
        mail.stop();
    }

    @Test
    void auditorsGetEachCheckpointOnceAndNobodyWithAnOpenCaseDoes() throws Exception {
        Incident first = signed("alice@example.com", "drop@example.org");
        mails.oweWhenDue();
        mails.oweWhenDue();
        context.drain();
        mails.oweWhenDue();
        context.drain();

        // Dave has no case yet; drop@ is where Alice's mail goes.
        assertThat(recipients()).containsExactly("audit@example.org", "dave@example.com");
        assertThat(attached(0)).extracting(Checkpoint::caseId).containsExactly(first.id());

        Incident second = signed("dave@example.com");
        context.database.clock.advance(Duration.ofHours(23));
        mails.oweWhenDue();
        context.drain();
        assertThat(recipients()).hasSize(2);

        context.database.clock.advance(Duration.ofHours(2));
        mails.oweWhenDue();
        context.drain();
        // One inbox behind the other.
        assertThat(recipients()).containsExactly("audit@example.org", "audit@example.org", "dave@example.com");
        assertThat(attached(1)).extracting(Checkpoint::caseId).containsExactly(second.id());
    }

    @Test
    void aServerThatIsAwayLosesNothingAndHoldsNothingUp() throws Exception {
        signed("alice@example.com");
        mail.stop();
        mails.oweWhenDue();
        context.drain();
        signed("bob@example.com");
        mails.oweWhenDue();
        mail.start();
        sender.setPort(mail.getSmtp().getPort());
        context.database.clock.advance(Duration.ofMinutes(5));
        context.drain();

        assertThat(recipients()).contains("audit@example.org");
        assertThat(attached(0)).hasSize(1);

        context.database.clock.advance(Duration.ofHours(25));
        mails.oweWhenDue();
        context.drain();
        assertThat(attached(recipients().size() - 1)).hasSize(1);
    }

    private Incident signed(String mailbox, String... forwards) {
        Incident incident = context.open(mailbox, Owner.UNKNOWN, List.of());
        for (String forward : forwards) {
            context.database.inTransaction(() -> {
                context.get(MailboxSettings.class).found(incident.id(), SettingKind.FORWARDING, forward);
            });
        }
        checkpoints.signGrown();
        context.database.clock.advance(Duration.ofMinutes(2));
        return incident;
    }

    private List<Checkpoint> attached(int index) {
        return GreenMailUtil.getWholeMessage(mail.getReceivedMessages()[index])
                .lines()
                .filter(line -> line.startsWith("{\"at\""))
                .map(Checkpoint::read)
                .toList();
    }

    private List<String> recipients() {
        return Arrays.stream(mail.getReceivedMessages())
                .map(CheckpointMailsTest::to)
                .toList();
    }

    private static String to(MimeMessage message) {
        try {
            return message.getAllRecipients()[0].toString();
        } catch (MessagingException broken) {
            throw new AssertionError(broken);
        }
    }
}

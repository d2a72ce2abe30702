package org.mailboxremediation.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.CaseContext;
import org.mailboxremediation.database.DatabaseKind;
import org.mailboxremediation.event.CaseEvent;
import org.mailboxremediation.event.EventChain;
import org.mailboxremediation.incident.AttestationKind;
import org.mailboxremediation.incident.Attestations;
import org.mailboxremediation.incident.Incident;
import org.mailboxremediation.incident.MailboxAddress;
import org.mailboxremediation.incident.MailboxSettings;
import org.mailboxremediation.incident.Owner;
import org.mailboxremediation.incident.SettingKind;
import org.mailboxremediation.mailbox.ProviderFailure;
import org.springframework.mail.javamail.JavaMailSenderImpl;

@Tag(DatabaseKind.TAG)
class NoticesTest {

    private static final Map<String, Object> PROPERTIES = Map.of(
            "remediation.organisation.domains", "example.com",
            "remediation.organisation.administrator-contacts", "it-desk@example.net,carol@example.com",
            "remediation.organisation.security-lead-contacts", "lead@example.org",
            "remediation.notice.from", "desk@example.net",
            "remediation.notice.link-base", "https://desk.example.net/cases?a=1&id=");

    private final GreenMail mail = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();
    private final CaseContext context = new CaseContext(sender, PROPERTIES);
    private final Notices notices = context.get(Notices.class);

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
    void reachesAdministratorsAndColleagues() throws MessagingException {
        Incident incident = alerted("bob@example.com");
        context.drain();

        assertThat(notices.of(incident.id())).extracting(Notice::status).containsOnly(NoticeStatus.SENT);
        assertThat(recipients())
                .containsExactlyInAnyOrder("it-desk@example.net", "carol@example.com", "bob@example.com");
        assertThat(notices.everyoneReached(incident.id(), NoticeKind.ADMINISTRATOR))
                .isTrue();
        assertThat(notices.everyoneReached(incident.id(), NoticeKind.COLLEAGUE)).isTrue();
    }

    @Test
    void withholdsWhatTheAttackerMayRead() throws MessagingException {
        context.open("dave@example.com", Owner.UNKNOWN, List.of());
        context.provider.aliases.add(MailboxAddress.parse("sales@example.com"));
        context.provider.forwarding.add("Drop+1@example.org");
        Incident incident = alerted(
                "Alice+x@example.com",
                "dave+tag@example.com",
                "sales@example.com",
                "drop@example.org",
                "bob@example.com");
        context.drain();

        assertThat(notices.of(incident.id()))
                .filteredOn(notice -> notice.status() == NoticeStatus.WITHHELD)
                .extracting(Notice::recipient, Notice::reason)
                .containsExactlyInAnyOrder(
                        tuple("alice+x@example.com", OutOfBand.MAILBOX),
                        tuple("dave+tag@example.com", OutOfBand.OPEN_CASE),
                        tuple("sales@example.com", OutOfBand.ROUTE),
                        tuple("drop@example.org", OutOfBand.ROUTE));
        assertThat(recipients())
                .containsExactlyInAnyOrder("it-desk@example.net", "carol@example.com", "bob@example.com");
        assertThat(notices.everyoneReached(incident.id(), NoticeKind.COLLEAGUE)).isFalse();
    }

    @Test
    void withholdsFromAFormerForwardToo() throws MessagingException {
        Incident incident = context.open("alice@example.com", Owner.UNKNOWN, List.of("drop@example.org"));
        MailboxSettings settings = context.get(MailboxSettings.class);
        context.database.inTransaction(() -> {
            settings.cleared(settings.found(incident.id(), SettingKind.FORWARDING, "drop@example.org")
                    .id());
            notices.alert(incident);
        });
        context.drain();

        assertThat(recipients()).doesNotContain("drop@example.org");
    }

    @Test
    void keepsColleaguesWaitingWhileForwardsAreUnknownButNotAdministrators() throws MessagingException {
        context.provider.failure = () -> new ProviderFailure.Unavailable("down", Duration.ZERO);
        Incident incident = alerted("bob@example.com");
        context.drain();
        assertThat(recipients()).containsExactlyInAnyOrder("it-desk@example.net", "carol@example.com");
        assertThat(notices.everyoneReached(incident.id(), NoticeKind.COLLEAGUE)).isFalse();

        context.provider.failure = null;
        context.database.clock.advance(Duration.ofMinutes(2));
        context.drain();
        assertThat(recipients()).contains("bob@example.com");
    }

    @Test
    void waitsForAProviderThatHangsOnceAndNotLong() throws MessagingException {
        CountDownLatch hanging = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        context.provider.failure = () -> {
            asked.incrementAndGet();
            return hung(hanging);
        };
        alerted("bob@example.com");
        context.drain();
        hanging.countDown();

        assertThat(recipients()).containsExactlyInAnyOrder("it-desk@example.net", "carol@example.com");
        assertThat(asked).hasValue(1);
    }

    private static ProviderFailure hung(CountDownLatch until) {
        try {
            assertThat(until.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return new ProviderFailure.Unavailable("down", Duration.ZERO);
    }

    @Test
    void sendsOnceHoweverOftenItIsAsked() throws MessagingException {
        Incident incident = alerted("bob@example.com");
        context.drain();
        context.database.inTransaction(() -> notices.alert(incident));
        context.drain();

        assertThat(recipients()).hasSize(3);
    }

    @Test
    void sendsToThoseWhoCameLater() throws MessagingException {
        Incident incident = alerted();
        context.drain();
        Incident later = with(incident, List.of("bob@example.com"));
        context.database.inTransaction(() -> notices.alert(later));
        context.drain();

        assertThat(recipients())
                .containsExactlyInAnyOrder("it-desk@example.net", "carol@example.com", "bob@example.com");
    }

    @Test
    void triesAgainWhenTheServerIsBack() throws MessagingException {
        mail.stop();
        Incident incident = alerted();
        context.drain();
        assertThat(notices.of(incident.id())).extracting(Notice::status).containsOnly(NoticeStatus.QUEUED);

        mail.start();
        sender.setPort(mail.getSmtp().getPort());
        context.database.clock.advance(Duration.ofMinutes(2));
        context.drain();
        assertThat(recipients()).hasSize(2);
    }

    @Test
    void leavesARefusedRecipientToAPerson() throws IOException {
        try (RefusingSmtpServer server = new RefusingSmtpServer("550 5.1.1 no such user")) {
            sender.setPort(server.port());
            Incident incident = alerted();
            context.drain();

            assertThat(notices.of(incident.id())).extracting(Notice::status).containsOnly(NoticeStatus.FAILED);
        }
    }

    @Test
    void triesAgainWhereARecipientIsRefusedForNow() throws IOException {
        try (RefusingSmtpServer server = new RefusingSmtpServer("451 4.7.1 greylisted")) {
            sender.setPort(server.port());
            Incident incident = alerted();
            context.drain();

            assertThat(notices.of(incident.id())).extracting(Notice::status).containsOnly(NoticeStatus.QUEUED);
        }
    }

    @Test
    void leavesToAPersonWhatCannotBeSentInTime() {
        mail.stop();
        Incident incident = alerted();
        for (int i = 0; i < 20; i++) {
            context.drain();
            context.database.clock.advance(Duration.ofMinutes(2));
        }

        assertThat(notices.of(incident.id())).extracting(Notice::status).containsOnly(NoticeStatus.FAILED);
        String id = notices.of(incident.id()).get(0).id();
        context.database.inTransaction(() -> notices.alertedByHand(id, "admin"));
        assertThat(notices.of(incident.id()))
                .filteredOn(notice -> notice.id().equals(id))
                .extracting(Notice::channel, Notice::status)
                .containsExactly(tuple(Channel.BY_HAND, NoticeStatus.ACKNOWLEDGED));
        assertThat(notices.everyoneReached(incident.id(), NoticeKind.ADMINISTRATOR))
                .isTrue();
    }

    @Test
    void writesARecognisableLetterWithoutForeignText() throws MessagingException {
        Incident incident = alerted();
        context.drain();
        Notice notice = notices.of(incident.id()).get(0);
        MimeMessage letter = received(notice.recipient());

        assertThat(letter.getMessageID()).isEqualTo("<" + notice.id() + "@example.net>");
        assertThat(letter.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(letter.getSubject()).contains("alice@example.com");
        assertThat(GreenMailUtil.getWholeMessage(letter)).doesNotContain("{{").doesNotContain("a note");
        assertThat(letter.getContentType()).startsWith("multipart/alternative");
        assertThat(GreenMailUtil.getBody(letter))
                .contains("cases?a=1&id=" + incident.id())
                .contains("href=\"https://desk.example.net/cases?a=1&amp;id=" + incident.id());
    }

    @Test
    void saysWhenTheAdministratorsContactsAreWeak() {
        Incident enough = alerted();
        assertThat(events(enough)).doesNotContain("AdministratorContactsWeak");

        try (CaseContext weak = new CaseContext(
                sender,
                Map.of(
                        "remediation.organisation.domains", "example.com",
                        "remediation.organisation.administrator-contacts", "bob@example.com,carol@example.com"))) {
            Incident incident = weak.open("alice@example.com", Owner.UNKNOWN, List.of());
            weak.database.inTransaction(() -> weak.get(Notices.class).alert(incident));
            assertThat(weak.get(EventChain.class).of(incident.id()))
                    .extracting(CaseEvent::type)
                    .containsOnlyOnce("AdministratorContactsWeak");
        }
    }

    @Test
    void writesToTheOwnerOnceTheContactIsConfirmed() throws MessagingException {
        Incident incident = context.open("alice@example.com", new Owner("Alice", "alice.home@example.org"), List.of());
        assertThatIllegalStateException().isThrownBy(() -> ownerNotice(incident));

        confirm(incident, "alice.home@example.org");
        ownerNotice(incident);
        context.drain();
        assertThat(recipients()).containsExactly("alice.home@example.org");
    }

    @Test
    void leavesAnOwnerWithATelephoneToAPerson() {
        Incident incident = context.open("alice@example.com", new Owner("Alice", "555 0100"), List.of());
        confirm(incident, "555 0100");
        ownerNotice(incident);
        context.drain();

        assertThat(notices.of(incident.id())).extracting(Notice::status).containsExactly(NoticeStatus.WITHHELD);
    }

    @Test
    void alertsTheSecurityLeads() throws MessagingException {
        Incident incident = context.open("alice@example.com", Owner.UNKNOWN, List.of());
        context.database.inTransaction(() -> notices.alertSecurityLeads(incident));
        context.drain();

        assertThat(recipients()).containsExactly("lead@example.org");
    }

    private Incident alerted(String... colleagues) {
        Incident incident = context.open("alice@example.com", Owner.UNKNOWN, List.of(colleagues));
        context.database.inTransaction(() -> notices.alert(incident));
        return incident;
    }

    private void ownerNotice(Incident incident) {
        context.database.inTransaction(() -> notices.ownerNotice(incident));
    }

    private void confirm(Incident incident, String contact) {
        context.database.inTransaction(() -> context.get(Attestations.class)
                .record(incident.id(), AttestationKind.OWNER_CONTACT_CONFIRMED, contact, "yes", null, "admin"));
    }

    private static Incident with(Incident old, List<String> colleagues) {
        return new Incident(
                old.id(),
                old.mailbox(),
                old.status(),
                old.severity(),
                old.lockOut(),
                old.accessBefore(),
                old.reporter(),
                old.owner(),
                old.symptoms(),
                old.riskFactors(),
                colleagues,
                old.note(),
                old.reportedAt(),
                old.closedAt(),
                old.processInstanceId());
    }

    private MimeMessage received(String recipient) throws MessagingException {
        for (MimeMessage message : mail.getReceivedMessages()) {
            if (message.getAllRecipients()[0].toString().equals(recipient)) {
                return message;
            }
        }
        throw new AssertionError("no mail for the recipient");
    }

    private List<String> recipients() throws MessagingException {
        return Arrays.stream(mail.getReceivedMessages())
                .map(message -> GreenMailUtil.getAddressList(recipientsOf(message)))
                .toList();
    }

    private static Address[] recipientsOf(MimeMessage message) {
        try {
            return message.getAllRecipients();
        } catch (MessagingException broken) {
            throw new AssertionError(broken);
        }
    }

    private List<String> events(Incident incident) {
        return context.get(EventChain.class).of(incident.id()).stream()
                .map(CaseEvent::type)
                .toList();
    }
}

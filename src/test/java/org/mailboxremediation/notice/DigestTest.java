package org.mailboxremediation.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.CaseContext;
import org.mailboxremediation.database.DatabaseKind;
import org.mailboxremediation.database.Selects;
import org.mailboxremediation.event.CaseEvent;
import org.mailboxremediation.event.EventChain;
import org.mailboxremediation.incident.AttestationKind;
import org.mailboxremediation.incident.Attestations;
import org.mailboxremediation.incident.Incident;
import org.mailboxremediation.incident.MailboxSettings;
import org.mailboxremediation.incident.Owner;
import org.mailboxremediation.incident.SettingKind;
import org.mailboxremediation.mailbox.ProviderFailure;
import org.mailboxremediation.outbox.Command;
import org.mailboxremediation.outbox.CommandState;
import org.mailboxremediation.outbox.Entry;
import org.mailboxremediation.outbox.Outbox;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Alerts of many cases that are due at once: one letter a recipient, and P6 asked for each case as ever. */
@Tag(DatabaseKind.TAG)
class DigestTest {

    private static final String DESK = "it-desk@example.net";
    private static final String CAROL = "carol@example.com";

    private static final Map<String, Object> PROPERTIES = Map.of(
            "remediation.organisation.domains", "example.com",
            "remediation.organisation.administrator-contacts", DESK + "," + CAROL,
            "remediation.organisation.security-lead-contacts", "lead@example.org",
            "remediation.notice.from", "desk@example.net",
            "remediation.notice.link-base", "https://desk.example.net/cases?a=1&id=");

    private final GreenMail mail = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private final Set<String> away = new HashSet<>();
    private final Map<String, Runnable> afterLetterTo = new HashMap<>();
    private final JavaMailSenderImpl sender = new JavaMailSenderImpl() {
        @Override
        public void send(MimeMessage message) {
            String recipient = recipient(message);
            if (away.contains(recipient)) {
                throw new MailSendException("away");
            }
            super.send(message);
            afterLetterTo.getOrDefault(recipient, () -> {}).run();
        }
    };
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
    void manyCasesAreAskedForAtOnce() {
        List<Incident> few = opened("alice", "bob");
        List<Incident> many = opened("dave", "erin", "frank", "grace", "heidi");
        int asked = Selects.during(() -> owe(few)).size();
        assertThat(Selects.during(() -> owe(many))).hasSize(asked);
    }

    @Test
    void oneLetterAsksAsOftenForManyCasesAsForTwo() {
        List<Command> few = alertTogether(opened("alice", "bob"));
        List<Command> many = alertTogether(opened("dave", "erin", "frank", "grace", "heidi"));
        int asked = Selects.during(() -> sendTogether(few)).size();
        assertThat(Selects.during(() -> sendTogether(many))).hasSize(asked);
        assertThat(recipients()).containsExactlyInAnyOrder(DESK, DESK, CAROL, CAROL);
    }

    @Test
    void whatATransactionOwesItDoesNotOweAgain() {
        Incident incident = context.open("alice@example.com", Owner.UNKNOWN, List.of());
        context.database.inTransaction(() -> {
            notices.alert(incident);
            context.open(CAROL, Owner.UNKNOWN, List.of());
            notices.alert(incident);
        });
        assertThat(notices.of(incident.id())).extracting(Notice::recipient).containsExactlyInAnyOrder(DESK, CAROL);
    }

    @Test
    void manyCasesAreOneLetterToEachRecipient() throws MessagingException {
        List<Incident> cases = alerted("alice", "bob", "dave");
        context.drain();

        assertThat(recipients()).containsExactlyInAnyOrder(DESK, CAROL);
        MimeMessage letter = letters(DESK).get(0);
        assertThat(letter.getSubject()).isEqualTo("Act now: 3 mailboxes are reported as compromised");
        assertThat(letter.getContentType()).startsWith("multipart/alternative");
        assertThat(GreenMailUtil.getWholeMessage(letter)).doesNotContain("{{").doesNotContain("a note");
        for (Incident incident : cases) {
            assertThat(GreenMailUtil.getBody(letter))
                    .contains(incident.mailbox().asString() + ", severity CRITICAL, case " + incident.id())
                    .contains("cases?a=1&id=" + incident.id())
                    .contains("<a href=\"https://desk.example.net/cases?a=1&amp;id=" + incident.id() + "\">");
        }
    }

    @Test
    void eachNoticeIsSettledWithItsEventAndEachCommandVerified() {
        List<Incident> cases = alerted("alice", "bob", "dave");
        context.drain();

        for (Incident incident : cases) {
            assertThat(statuses(incident)).containsExactly(NoticeStatus.SENT, NoticeStatus.SENT);
            assertThat(events(incident)).containsSubsequence("NoticeSent", "NoticeSent");
            assertThat(context.get(EventChain.class).check(incident.id()).intact())
                    .isTrue();
            assertThat(command(incident).state()).isEqualTo(CommandState.VERIFIED);
            assertThat(command(incident).command().attempts()).isEqualTo(1);
        }
    }

    @Test
    void twoHundredCasesALetter() throws MessagingException {
        alerted(Stream.iterate(1, number -> number + 1)
                .limit(201)
                .map(number -> "user" + number)
                .toArray(String[]::new));
        context.drain();

        assertThat(letters(DESK)).hasSize(2);
        assertThat(letters(DESK).get(0).getSubject()).contains("200 mailboxes");
        assertThat(context.database
                        .jdbc
                        .sql("select count(*) from notice where status = 'SENT'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(402);
    }

    @Test
    void whoeverMayNotReadOfOneCaseStillReadsOfTheOthers() throws MessagingException {
        List<Incident> cases = alerted("alice", "bob", "dave");
        Incident forwarding = cases.get(0);
        context.database.inTransaction(
                () -> context.get(MailboxSettings.class).found(forwarding.id(), SettingKind.FORWARDING, DESK));
        context.drain();

        assertThat(letters(DESK).get(0).getSubject()).contains("2 mailboxes");
        assertThat(GreenMailUtil.getWholeMessage(letters(DESK).get(0)))
                .doesNotContain(forwarding.id())
                .doesNotContain("alice@example.com")
                .contains(cases.get(1).id(), cases.get(2).id());
        assertThat(letters(CAROL).get(0).getSubject()).contains("3 mailboxes");
        assertThat(reason(forwarding, DESK)).isEqualTo(OutOfBand.ROUTE);
        assertThat(events(forwarding)).contains("NoticeWithheld");
        assertThat(statuses(cases.get(1))).containsOnly(NoticeStatus.SENT);
    }

    @Test
    void theProviderIsAskedForEachCaseWhoseSettingsAreNotKnown() throws MessagingException {
        List<Incident> cases = alerted("alice", "bob", "dave");
        known(cases.get(1), cases.get(2));
        context.provider.forwarding.add(DESK);
        context.drain();

        assertThat(GreenMailUtil.getWholeMessage(letters(DESK).get(0)))
                .doesNotContain(cases.get(0).id())
                .contains(cases.get(1).id(), cases.get(2).id());
        assertThat(reason(cases.get(0), DESK)).isEqualTo(OutOfBand.ROUTE);
    }

    @Test
    void whoeverHasAnOpenCaseReadsNothing() throws MessagingException {
        List<Incident> cases = alerted("alice", "bob");
        context.open(CAROL, Owner.UNKNOWN, List.of());
        context.drain();

        assertThat(recipients()).containsExactly(DESK);
        assertThat(cases).allSatisfy(one -> assertThat(reason(one, CAROL)).isEqualTo(OutOfBand.OPEN_CASE));
    }

    @Test
    void aCaseThatOpensWhileOthersAreWrittenToIsHeeded() throws MessagingException {
        List<Incident> cases = alerted("alice", "bob");
        afterLetterTo.put(CAROL, () -> context.open(DESK, Owner.UNKNOWN, List.of()));
        context.drain();

        assertThat(recipients()).containsExactly(CAROL);
        assertThat(cases).allSatisfy(one -> assertThat(reason(one, DESK)).isEqualTo(OutOfBand.OPEN_CASE));
    }

    @Test
    void theLetterAboutOneCaseIsTheOneThatACaseByItselfHas() throws MessagingException {
        List<Incident> cases = alerted("alice", "bob");
        context.database.inTransaction(
                () -> context.get(MailboxSettings.class).found(cases.get(0).id(), SettingKind.FORWARDING, DESK));
        context.drain();

        Notice notice = notice(cases.get(1), DESK);
        assertThat(letters(DESK).get(0).getMessageID()).isEqualTo("<" + notice.id() + "@example.net>");
        assertThat(letters(DESK).get(0).getSubject())
                .isEqualTo("Act now: the mailbox bob@example.com is reported as compromised");
    }

    @Test
    void aRefusedRecipientIsLeftToAPersonInEachCase() throws IOException {
        try (RefusingSmtpServer server = new RefusingSmtpServer("550 5.1.1 no such user")) {
            sender.setPort(server.port());
            List<Incident> cases = alerted("alice", "bob");
            context.drain();

            for (Incident incident : cases) {
                assertThat(statuses(incident)).containsOnly(NoticeStatus.FAILED);
                assertThat(events(incident)).contains("NoticeFailed");
                assertThat(command(incident).state()).isEqualTo(CommandState.NEEDS_PERSON);
                assertThat(command(incident).details()).containsEntry("why", "REFUSED_RECIPIENT");
            }
        }
    }

    @Test
    void whatIsPostponedIsSentLaterAndNotToThoseWhoHaveIt() throws MessagingException {
        away.add(CAROL);
        List<Incident> cases = alerted("alice", "bob");
        context.drain();
        assertThat(recipients()).containsExactly(DESK);
        assertThat(cases)
                .allSatisfy(one -> assertThat(command(one).state()).isEqualTo(CommandState.PLANNED))
                .allSatisfy(one ->
                        assertThat(statuses(one)).containsExactlyInAnyOrder(NoticeStatus.SENT, NoticeStatus.QUEUED));

        away.clear();
        later();
        assertThat(recipients()).containsExactlyInAnyOrder(DESK, CAROL);
        assertThat(letters(CAROL).get(0).getSubject()).contains("2 mailboxes");
        assertThat(cases).allSatisfy(one -> assertThat(statuses(one)).containsOnly(NoticeStatus.SENT));
    }

    @Test
    void aRepeatOfTheSameNoticesIsRecognised() throws MessagingException {
        afterLetterTo.put(DESK, () -> {
            throw new MailSendException("the answer was lost");
        });
        alerted("alice", "bob");
        context.drain();
        later();

        assertThat(letters(DESK)).hasSize(2);
        assertThat(letters(DESK).get(0).getMessageID())
                .isEqualTo(letters(DESK).get(1).getMessageID())
                .endsWith("@example.net>");
        assertThat(letters(CAROL)).hasSize(1);
    }

    @Test
    void aKillBehindTheLetterRepeatsItOnceAndSettlesEachNoticeOnce() throws MessagingException {
        afterLetterTo.put(DESK, () -> {
            throw new LinkageError("killed");
        });
        List<Incident> cases = alerted("alice", "bob");
        assertThatThrownBy(context::drain).isInstanceOf(LinkageError.class);
        assertThat(cases)
                .allSatisfy(one -> assertThat(notice(one, DESK).status()).isEqualTo(NoticeStatus.QUEUED));

        afterLetterTo.clear();
        later();
        assertThat(letters(DESK)).hasSize(2);
        assertThat(letters(DESK).get(0).getMessageID())
                .isEqualTo(letters(DESK).get(1).getMessageID());
        assertThat(letters(CAROL)).hasSize(1);
        assertThat(cases)
                .allSatisfy(one -> assertThat(events(one).stream().filter("NoticeSent"::equals))
                        .hasSize(2));
    }

    @Test
    void aProviderThatIsSlowLeavesTheRestToTheNextLetter() throws MessagingException {
        context.provider.failure = () -> {
            context.database.clock.advance(Duration.ofSeconds(6));
            return new ProviderFailure.Unavailable("slow", Duration.ZERO);
        };
        List<Incident> cases = alerted("alice", "bob", "dave", "erin");
        context.drain();
        assertThat(letters(DESK).get(0).getSubject()).contains("2 mailboxes");

        later();
        assertThat(letters(DESK)).hasSize(2);
        assertThat(cases).allSatisfy(one -> assertThat(statuses(one)).containsOnly(NoticeStatus.SENT));
        assertThat(cases)
                .allSatisfy(one -> assertThat(command(one).firstFailure()).isNull());
    }

    @Test
    void aNoticeThatCannotBeSettledTakesNoOtherWithIt() {
        List<Incident> cases = alerted("alice", "bob", "dave");
        List<Verdict> verdicts = new ArrayList<>();
        cases.forEach(one -> verdicts.add(Verdict.sent(notice(one, DESK))));
        Verdict tooLong = Verdict.withheld(notice(cases.get(1), CAROL), "x".repeat(500));
        verdicts.add(tooLong);

        assertThat(context.get(NoticeSettlement.class).settle(verdicts)).containsExactly(tooLong);
        assertThat(cases)
                .allSatisfy(one -> assertThat(notice(one, DESK).status()).isEqualTo(NoticeStatus.SENT));
        assertThat(cases).allSatisfy(one -> assertThat(events(one)).containsOnlyOnce("NoticeSent"));
        assertThat(notice(cases.get(1), CAROL).status()).isEqualTo(NoticeStatus.QUEUED);
    }

    @Test
    void aNoticeThatAPersonSettledMeanwhileStaysSo() {
        List<Incident> cases = alerted("alice", "bob");
        Notice told = notice(cases.get(0), DESK);
        context.database.inTransaction(() -> notices.alertedByHand(told.id(), "admin"));
        context.get(NoticeSettlement.class)
                .settle(List.of(Verdict.sent(told), Verdict.sent(notice(cases.get(1), DESK))));

        assertThat(notice(cases.get(0), DESK).status()).isEqualTo(NoticeStatus.ACKNOWLEDGED);
        assertThat(events(cases.get(0))).doesNotContain("NoticeSent");
        assertThat(notice(cases.get(1), DESK).status()).isEqualTo(NoticeStatus.SENT);
    }

    @Test
    void securityLeadsHaveOneLetterToo() throws MessagingException {
        for (String name : List.of("alice", "bob")) {
            Incident incident = context.open(name + "@example.com", Owner.UNKNOWN, List.of());
            context.database.inTransaction(() -> notices.alertSecurityLeads(incident));
        }
        context.drain();

        assertThat(recipients()).containsExactly("lead@example.org");
        assertThat(letters("lead@example.org").get(0).getSubject())
                .isEqualTo("No administrator was reached: 2 mailboxes are reported as compromised");
    }

    private List<Incident> alerted(String... names) {
        List<Incident> cases = new ArrayList<>();
        for (String name : names) {
            Incident incident = context.open(name + "@example.com", Owner.UNKNOWN, List.of());
            context.database.inTransaction(() -> notices.alert(incident));
            context.database.clock.advance(Duration.ofMillis(1));
            cases.add(incident);
        }
        return cases;
    }

    private List<Incident> opened(String... names) {
        return Stream.of(names)
                .map(name -> context.open(name + "@example.com", Owner.UNKNOWN, List.of()))
                .toList();
    }

    private void owe(List<Incident> cases) {
        context.database.inTransaction(() -> {
            context.get(EventChain.class)
                    .lockAll(cases.stream().map(Incident::id).toList());
            cases.forEach(notices::alert);
        });
    }

    private List<Command> alertTogether(List<Incident> cases) {
        owe(cases);
        return cases.stream().map(this::command).map(Entry::command).toList();
    }

    private void sendTogether(List<Command> commands) {
        context.get(DigestDelivery.class).perform(commands, NoticeKind.ADMINISTRATOR);
    }

    private void known(Incident... cases) {
        for (Incident incident : cases) {
            context.database.inTransaction(() -> context.get(Attestations.class)
                    .record(incident.id(), AttestationKind.SETTINGS_READ, "settings", "read", null, "admin"));
        }
    }

    private void later() {
        context.database.clock.advance(Duration.ofMinutes(2));
        context.drain();
    }

    private Entry command(Incident incident) {
        return context.get(Outbox.class)
                .findByKey(incident.id(), Alert.ALERT_ADMINISTRATORS.step(), 1)
                .orElseThrow();
    }

    private List<NoticeStatus> statuses(Incident incident) {
        return notices.of(incident.id()).stream().map(Notice::status).toList();
    }

    private Notice notice(Incident incident, String recipient) {
        return notices.of(incident.id()).stream()
                .filter(notice -> notice.recipient().equals(recipient))
                .findFirst()
                .orElseThrow();
    }

    private String reason(Incident incident, String recipient) {
        return String.valueOf(notice(incident, recipient).reason());
    }

    private List<String> events(Incident incident) {
        return context.get(EventChain.class).of(incident.id()).stream()
                .map(CaseEvent::type)
                .toList();
    }

    private List<MimeMessage> letters(String recipient) {
        return Arrays.stream(mail.getReceivedMessages())
                .filter(message -> recipient(message).equals(recipient))
                .toList();
    }

    private List<String> recipients() {
        return Arrays.stream(mail.getReceivedMessages())
                .map(DigestTest::recipient)
                .toList();
    }

    private static String recipient(MimeMessage message) {
        try {
            return message.getAllRecipients()[0].toString();
        } catch (MessagingException broken) {
            throw new AssertionError(broken);
        }
    }
}

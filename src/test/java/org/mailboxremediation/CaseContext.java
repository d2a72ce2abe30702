package org.mailboxremediation;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.mailboxremediation.event.AuthenticationContext;
import org.mailboxremediation.event.AuthenticationMethod;
import org.mailboxremediation.incident.AccessBefore;
import org.mailboxremediation.incident.Incident;
import org.mailboxremediation.incident.Incidents;
import org.mailboxremediation.incident.LockOut;
import org.mailboxremediation.incident.MailboxAddress;
import org.mailboxremediation.incident.Owner;
import org.mailboxremediation.incident.Report;
import org.mailboxremediation.incident.Reporter;
import org.mailboxremediation.incident.ReporterRole;
import org.mailboxremediation.incident.Severity;
import org.mailboxremediation.incident.Symptom;
import org.mailboxremediation.incident.Triage;
import org.mailboxremediation.mailbox.MailboxProvider;
import org.mailboxremediation.mailbox.PastMail;
import org.mailboxremediation.outbox.OutboxWorker;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The beans of the facts, the outbox and step 3 to 5 over a {@link CaseDatabase}; the queue is drained by the test. */
public final class CaseContext implements AutoCloseable {

    public final CaseDatabase database = new CaseDatabase();
    public final StubProvider provider = new StubProvider();
    public PastMail.Sample pastMail = PastMail.Sample.UNAVAILABLE;
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    /** Not found by a component scan of the whole application. */
    @TestConfiguration(proxyBeanMethods = false)
    @ComponentScan({
        "org.mailboxremediation.event",
        "org.mailboxremediation.evidence",
        "org.mailboxremediation.incident",
        "org.mailboxremediation.outbox",
        "org.mailboxremediation.block",
        "org.mailboxremediation.notice",
        "org.mailboxremediation.education"
    })
    @ConfigurationPropertiesScan({
        "org.mailboxremediation.event",
        "org.mailboxremediation.incident",
        "org.mailboxremediation.outbox",
        "org.mailboxremediation.block",
        "org.mailboxremediation.notice",
        "org.mailboxremediation.education"
    })
    static class Beans {}

    public CaseContext(JavaMailSender sender, Map<String, Object> properties) {
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", properties));
        context.getEnvironment()
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "base",
                        Map.of(
                                "remediation.outbox.enabled",
                                "false",
                                "remediation.event.signing-key",
                                Base64.getEncoder().encodeToString(new byte[32]))));
        context.registerBean(DataSource.class, () -> database.dataSource);
        context.registerBean(JdbcClient.class, () -> database.jdbc);
        context.registerBean(PlatformTransactionManager.class, () -> database.transactions);
        context.registerBean(TransactionTemplate.class, () -> database.transaction);
        context.registerBean(Clock.class, () -> database.clock);
        context.registerBean(SecureRandom.class);
        context.registerBean(AuthenticationContext.class, () -> actor -> AuthenticationMethod.WORKER);
        context.registerBean(ObjectMapper.class, () -> new ObjectMapper().findAndRegisterModules());
        context.registerBean(MailboxProvider.class, () -> provider);
        context.registerBean(PastMail.class, () -> (mailbox, since) -> pastMail);
        context.registerBean(JavaMailSender.class, () -> sender);
        context.register(Beans.class);
        context.refresh();
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    /** Performs everything that is due. */
    public void drain() {
        get(OutboxWorker.class).drain();
    }

    /** Opens a case with symptom {@code BOUNCES}. */
    public Incident open(String mailbox, Owner owner, List<String> colleagues) {
        Report report = new Report(
                MailboxAddress.parse(mailbox),
                new Reporter("reporter", "Rita", null, ReporterRole.USER),
                owner,
                Set.of(Symptom.BOUNCES),
                Set.of(),
                colleagues,
                "a note");
        return database.inTransaction(() -> get(Incidents.class)
                .open(report, new Triage(Severity.CRITICAL, LockOut.CHANGE_PASSWORD), AccessBefore.OPEN));
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }
}

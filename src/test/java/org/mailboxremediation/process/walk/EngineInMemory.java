package org.mailboxremediation.process.walk;

import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.runtime.Job;
import org.mailboxremediation.CaseDatabase;
import org.mailboxremediation.MovableClock;
import org.mailboxremediation.credential.Secret;
import org.mailboxremediation.database.DatabaseKind;
import org.mailboxremediation.database.TestDatabase;
import org.mailboxremediation.mailbox.InMemoryMailboxProvider;
import org.mailboxremediation.mailbox.KnownPassword;
import org.mailboxremediation.outbox.OutboxWorker;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Primary;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * The procedure without its web, its threads and its sandbox: the real models, forms, delegates, tables, queue and guard of
 * submissions on an engine whose database is in memory. It keeps no history and asks for no grants, which cost half the time.
 * Provider, mail servers and time are the test's, and the test drains the queue.
 */
final class EngineInMemory implements AutoCloseable {

    private static final String BASE = "org.mailboxremediation.";

    /** Told of each sequence flow that is taken, in the engine's transaction. */
    Consumer<String> taken = flow -> {};

    final MovableClock clock;
    final InMemoryMailboxProvider provider;
    private final TestDatabase database = TestDatabase.empty(DatabaseKind.H2);
    private final ConfigurableApplicationContext context;

    EngineInMemory(Path data) {
        context = new SpringApplicationBuilder(Beans.class)
                .web(WebApplicationType.NONE)
                .profiles("sandbox")
                .initializers(made -> ((GenericApplicationContext) made)
                        .registerBean(ProcessEnginePlugin.class, () -> new FlowListening(flow -> taken.accept(flow))))
                .run(
                        "--spring.main.banner-mode=off",
                        "--spring.datasource.url=" + database.url() + ";QUERY_CACHE_SIZE=1024",
                        "--camunda.bpm.job-execution.enabled=false",
                        "--camunda.bpm.history-level=none",
                        "--camunda.bpm.authorization.enabled=false",
                        "--remediation.provider=none",
                        "--remediation.outbox.enabled=false",
                        "--remediation.data-dir=" + data);
        clock = context.getBean(MovableClock.class);
        provider = context.getBean(InMemoryMailboxProvider.class);
    }

    /** The password that every mailbox had before its case. */
    static Secret before() {
        return Secret.of("Sandbox-before-1");
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    /** Performs what is owed, and lets the models hear of it. */
    void drain() {
        get(OutboxWorker.class).drain();
    }

    /** Lets the timers go off whose time has come. */
    void fireTimers() {
        ManagementService jobs = get(ManagementService.class);
        for (Job due : jobs.createJobQuery()
                .timers()
                .duedateLowerThan(Date.from(clock.instant()))
                .list()) {
            if (jobs.createJobQuery().jobId(due.getId()).count() == 1) {
                jobs.executeJob(due.getId());
            }
        }
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }

    private static final class FlowListening extends AbstractProcessEnginePlugin {

        private final Consumer<String> taken;

        FlowListening(Consumer<String> taken) {
            this.taken = taken;
        }

        @Override
        public void preInit(ProcessEngineConfigurationImpl engine) {
            List<BpmnParseListener> listeners = new ArrayList<>();
            if (engine.getCustomPostBPMNParseListeners() != null) {
                listeners.addAll(engine.getCustomPostBPMNParseListeners());
            }
            listeners.add(new AbstractBpmnParseListener() {
                @Override
                public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl transition) {
                    transition.addListener(ExecutionListener.EVENTNAME_TAKE, (ExecutionListener)
                            execution -> taken.accept(execution.getCurrentTransitionId()));
                }
            });
            engine.setCustomPostBPMNParseListeners(listeners);
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @ComponentScan({
        BASE + "event",
        BASE + "evidence",
        BASE + "incident",
        BASE + "device",
        BASE + "credential",
        BASE + "restore",
        BASE + "outbox",
        BASE + "mailbox",
        BASE + "block",
        BASE + "notice",
        BASE + "education",
        BASE + "campaign",
        BASE + "process"
    })
    @ComponentScan(
            basePackages = BASE + "config",
            useDefaultFilters = false,
            includeFilters =
                    @Filter(type = FilterType.REGEX, pattern = ".*\\.(EngineSettings|Grants|CurrentAuthentication)"))
    @ConfigurationPropertiesScan({
        BASE + "event",
        BASE + "incident",
        BASE + "device",
        BASE + "credential",
        BASE + "outbox",
        BASE + "mailbox",
        BASE + "block",
        BASE + "notice",
        BASE + "education",
        BASE + "process"
    })
    static class Beans {

        @Bean
        MovableClock clock() {
            return new MovableClock(CaseDatabase.START);
        }

        @Bean
        SecureRandom secureRandom() {
            return new SecureRandom();
        }

        @Bean
        @Primary
        InMemoryMailboxProvider provider() {
            return new InMemoryMailboxProvider();
        }

        @Bean
        KnownPassword knownPassword() {
            return mailbox -> Optional.of(before());
        }

        /** Takes every letter. */
        @Bean
        JavaMailSender sender() {
            return new JavaMailSenderImpl() {
                @Override
                protected void doSend(MimeMessage[] messages, Object[] originals) {}
            };
        }
    }
}

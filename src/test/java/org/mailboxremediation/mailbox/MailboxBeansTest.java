package org.mailboxremediation.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.event.AuthenticationContext;
import org.mailboxremediation.event.AuthenticationMethod;
import org.mailboxremediation.outbox.EffectHandler;
import org.mailboxremediation.outbox.OutboxWorker;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.ComponentScan;

/** The beans as Spring wires them: what plain constructors in the other tests cannot show. */
final class MailboxBeansTest {

    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    DataSourceAutoConfiguration.class,
                    DataSourceTransactionManagerAutoConfiguration.class,
                    TransactionAutoConfiguration.class,
                    JdbcTemplateAutoConfiguration.class,
                    JdbcClientAutoConfiguration.class,
                    FlywayAutoConfiguration.class))
            .withUserConfiguration(Beans.class)
            .withBean(Clock.class, Clock::systemUTC)
            .withBean(SecureRandom.class)
            .withBean(AuthenticationContext.class, () -> actor -> AuthenticationMethod.WORKER)
            .withBean(ObjectMapper.class)
            .withPropertyValues(
                    "spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID(),
                    "remediation.credential.sealing-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                    "remediation.event.signing-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                    "remediation.rackspace.base-url=https://api.example.com/v1",
                    "remediation.rackspace.users[0].user-key=sample",
                    "remediation.rackspace.users[0].secret-key=sample");

    @Test
    void haveAHandlerForEachStepOfTheMailbox() {
        context.run(started -> {
            assertThat(started).hasNotFailed();
            Map<String, EffectHandler> handlers = started.getBeansOfType(EffectHandler.class);
            assertThat(handlers.values())
                    .extracting(EffectHandler::step)
                    .contains(
                            MailboxSteps.CHANGE_PASSWORD,
                            MailboxSteps.CLEAR_SETTINGS,
                            MailboxSteps.BLOCK_ACCESS,
                            MailboxSteps.RESTORE_ACCESS);
            assertThat(started.getBean(OutboxWorker.class).isRunning()).isFalse();
        });
    }

    @Test
    void nameWhatIsMissingWhenTheyCannotStart() {
        context.withPropertyValues("remediation.rackspace.base-url=")
                .run(failed -> assertThat(failed)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("remediation.rackspace.base-url"));
    }

    @Test
    void askNobodyWhereEverythingIsDoneByHand() {
        context.withPropertyValues(
                        "remediation.provider=manual",
                        "remediation.rackspace.base-url=",
                        "remediation.rackspace.users[0].user-key=",
                        "remediation.rackspace.users[0].secret-key=")
                .run(started -> {
                    assertThat(started).hasNotFailed();
                    MailboxProvider manual = started.getBean(MailboxProvider.class);
                    assertThat(manual.byHand(MailboxProviderContract.ALICE)).isTrue();
                    assertThatThrownBy(() -> manual.show(MailboxProviderContract.ALICE))
                            .isInstanceOf(ProviderFailure.ByHand.class);
                });
    }

    @ConfigurationPropertiesScan("org.mailboxremediation")
    @ComponentScan({
        "org.mailboxremediation.event",
        "org.mailboxremediation.incident",
        "org.mailboxremediation.device",
        "org.mailboxremediation.credential",
        "org.mailboxremediation.restore",
        "org.mailboxremediation.outbox",
        "org.mailboxremediation.mailbox"
    })
    static class Beans {}
}

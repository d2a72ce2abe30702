package org.mailboxremediation.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

final class OutboxPropertiesTest {

    @Test
    void giveEachTargetItsWorkers() {
        OutboxProperties properties =
                bind(Map.of("remediation.outbox.workers", 3, "remediation.outbox.targets.provider.workers", 64));

        assertThat(properties.workersOf(Target.PROVIDER)).isEqualTo(64);
        assertThat(properties.workersOf(Target.MAIL)).isEqualTo(3);
    }

    @Test
    void haveDefaults() {
        OutboxProperties properties = bind(Map.of());

        assertThat(properties.enabled()).isTrue();
        assertThat(properties.workersOf(Target.LOGINS)).isEqualTo(8);
        assertThat(properties.claimFor()).hasSeconds(10);
    }

    @Test
    void refuseATargetWithoutWorkers() {
        assertThatThrownBy(() -> bind(Map.of("remediation.outbox.targets.mail.workers", 0)))
                .rootCause()
                .hasMessageContaining("workers must be 1 to 200");
    }

    private static OutboxProperties bind(Map<String, Object> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("remediation.outbox", OutboxProperties.class);
    }
}

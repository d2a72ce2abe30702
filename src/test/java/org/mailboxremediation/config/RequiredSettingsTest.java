package org.mailboxremediation.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** What a start names as missing, with the application's own files of properties. */
final class RequiredSettingsTest {

    private static final String[] DATABASE = {
        "spring.datasource.url=jdbc:postgresql://127.0.0.1/remediation",
        "spring.datasource.username=remediation",
        "spring.datasource.password=sample"
    };

    private final ApplicationContextRunner starting = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withBean(RequiredSettings.class);

    @Test
    void sandboxNeedsNothing() {
        starting.withPropertyValues("spring.profiles.active=sandbox")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sandbox,postgresql", "postgresql,sandbox"})
    void postgresqlHasNoDefaultDatabase(String profiles) {
        starting.withPropertyValues("spring.profiles.active=" + profiles)
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasMessageContaining(
                                "spring.datasource.url, spring.datasource.username, spring.datasource.password")
                        .hasMessageNotContaining("sealing-key"));
        starting.withPropertyValues("spring.profiles.active=" + profiles)
                .withPropertyValues(DATABASE)
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void postgresqlNamesTheMissingPasswordAlone() {
        starting.withPropertyValues("spring.profiles.active=sandbox,postgresql", DATABASE[0], DATABASE[1])
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasMessageContaining("spring.datasource.password")
                        .hasMessageNotContaining("spring.datasource.url"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"production", "production,postgresql"})
    void productionNamesWhatOpensDoors(String profiles) {
        starting.withPropertyValues("spring.profiles.active=" + profiles)
                .withPropertyValues(DATABASE)
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasMessageContaining("remediation.credential.sealing-key")
                        .hasMessageContaining("camunda.bpm.admin-user.password")
                        .hasMessageNotContaining("spring.datasource"));
    }
}

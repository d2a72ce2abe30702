package org.mailboxremediation.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ServiceLoader;
import org.camunda.bpm.tasklist.plugin.spi.TasklistPlugin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

final class MailboxRemediationPluginTest {

    @Test
    void tasklistFindsThePlugin() {
        assertThat(ServiceLoader.load(TasklistPlugin.class))
                .filteredOn(MailboxRemediationPlugin.class::isInstance)
                .singleElement()
                .satisfies(plugin -> assertThat(plugin.getResourceClasses()).containsExactly(TaskResource.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"plugin.js", "plugin.css"})
    void eachFileThatTasklistAsksForIsThere(String asset) {
        String folder = new MailboxRemediationPlugin().getAssetDirectory();

        assertThat(getClass().getResource("/" + folder + "/app/" + asset)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void eachWebApplicationLoadsTheSandboxsSign(String app) throws IOException {
        String config = "META-INF/resources/webjars/camunda/app/" + app + "/scripts/config.js";

        assertThat(new ClassPathResource(config).getContentAsString(StandardCharsets.UTF_8))
                .contains("assets/mailbox-remediation/site.js");
    }
}

package org.mailboxremediation.mailbox.rackspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

final class RackspacePropertiesTest {

    @Test
    void bindsWithItsDefaultsAndPrintsNoKey() {
        RackspaceProperties bound = bind(Map.of(
                "remediation.rackspace.base-url", "https://api.example.com/v1",
                "remediation.rackspace.users[0].user-key", "canary-user",
                "remediation.rackspace.users[0].secret-key", "canary-secret"));

        assertThat(bound.requiredBaseUrl()).isEqualTo("https://api.example.com/v1");
        assertThat(List.of(bound.readsPerMinute(), bound.writesPerMinute())).containsExactly(60, 30);
        assertThat(bound.toString()).doesNotContain("canary");
    }

    @Test
    void namesTheMissingProperty() {
        RackspaceProperties nothing = bind(Map.of("remediation.rackspace.account", "100000"));

        assertThatThrownBy(nothing::requiredBaseUrl).hasMessageContaining("remediation.rackspace.base-url");
        assertThatThrownBy(nothing::requiredUsers).hasMessageContaining("remediation.rackspace.users[0].user-key");
    }

    @Test
    void sendsNoKeyInClearOverANetwork() {
        RackspaceProperties clear = bind(Map.of("remediation.rackspace.base-url", "http://api.example.com/v1"));

        assertThatThrownBy(clear::requiredBaseUrl).hasMessageContaining("https");
    }

    private static RackspaceProperties bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bind("remediation.rackspace", RackspaceProperties.class)
                .get();
    }
}

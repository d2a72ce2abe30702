package org.mailboxremediation.sandbox.rackspace;

import java.util.Map;
import org.mailboxremediation.sandbox.SandboxProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The sandbox's properties as a configuration file would give them. */
final class Settings {

    private Settings() {}

    static SandboxProperties defaults() {
        return with(Map.of());
    }

    static SandboxProperties with(Map<String, ?> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("remediation.sandbox", SandboxProperties.class);
    }
}

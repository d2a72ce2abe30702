package org.mailboxremediation.sandbox.rackspace;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** Puts the emulator under its prefix. Its tolerance for case and slashes stays behind it: other routes keep theirs. */
@Configuration(proxyBeanMethods = false)
@Profile("sandbox")
class EmulatorMapping {

    @Bean
    SimpleUrlHandlerMapping emulatorHandlerMapping(Emulator emulator) {
        return new SimpleUrlHandlerMapping(Map.of(Emulator.PREFIX + "/**", emulator), Ordered.HIGHEST_PRECEDENCE);
    }
}

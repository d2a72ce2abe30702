package org.mailboxremediation.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

final class SiteControllerTest {

    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void saysThatTheSandboxIsTheSandbox() {
        environment.setActiveProfiles("sandbox");

        assertThat(new SiteController(environment).site().getBody()).isEqualTo(Map.of("sandbox", true));
    }

    @Test
    void saysThatProductionIsNot() {
        environment.setActiveProfiles("production");

        assertThat(new SiteController(environment).site().getBody()).isEqualTo(Map.of("sandbox", false));
    }
}

package org.mailboxremediation.config;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Nothing that could open a door has a default outside the sandbox, and no database but the embedded one: a start without
 * these names what is missing, before any bean is made. Without a first administrator the web applications would let anybody
 * become one.
 */
@Component
final class RequiredSettings implements BeanFactoryPostProcessor {

    private static final List<String> OUTSIDE_THE_SANDBOX = List.of(
            "remediation.credential.sealing-key",
            "remediation.event.signing-key",
            "remediation.organisation.domains",
            "remediation.organisation.administrator-contacts",
            "remediation.notice.from",
            "camunda.bpm.admin-user.id",
            "camunda.bpm.admin-user.password",
            "spring.mail.host");
    private static final List<String> ON_POSTGRESQL =
            List.of("spring.datasource.url", "spring.datasource.username", "spring.datasource.password");

    /** Without them the Rackspace API cannot be asked; the manual provider asks nobody. */
    private static final List<String> REQUIRED_OF_RACKSPACE =
            List.of("remediation.rackspace.users[0].user-key", "remediation.rackspace.users[0].secret-key");

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory factory) {
        Environment environment = factory.getBean(Environment.class);
        List<String> missing =
                required(environment).filter(name -> absent(environment, name)).toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException("Set these properties (secrets by environment variable): "
                    + String.join(", ", missing) + "."
                    + (sandbox(environment) ? "" : " Or start the sandbox: --spring.profiles.active=sandbox"));
        }
    }

    private static Stream<String> required(Environment environment) {
        Stream<String> anywhere = environment.matchesProfiles("postgresql") ? ON_POSTGRESQL.stream() : Stream.empty();
        Stream<String> outside = sandbox(environment)
                ? Stream.empty()
                : Stream.concat(OUTSIDE_THE_SANDBOX.stream(), ofProvider(environment));
        return Stream.concat(anywhere, outside);
    }

    private static Stream<String> ofProvider(Environment environment) {
        return switch (environment.getProperty("remediation.provider", "rackspace")) {
            case "rackspace" -> REQUIRED_OF_RACKSPACE.stream();
            case "manual" -> Stream.empty();
            default -> throw new IllegalStateException("remediation.provider must be rackspace or manual");
        };
    }

    private static boolean sandbox(Environment environment) {
        return environment.matchesProfiles("sandbox");
    }

    private static boolean absent(Environment environment, String property) {
        return Stream.of(property, property + "[0]")
                .map(environment::getProperty)
                .allMatch(value -> value == null || value.isBlank());
    }
}

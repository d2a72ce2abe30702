package org.mailboxremediation.sandbox;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.mailboxremediation.database.DatabaseKind;
import org.mailboxremediation.database.TestDatabase;
import org.mailboxremediation.sandbox.fault.CallLog;
import org.mailboxremediation.sandbox.fault.Faults;
import org.springframework.boot.Banner;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.HttpEncodingAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Profile;
import org.springframework.context.support.GenericApplicationContext;

/** The sandbox alone: its beans, a database, a web server on a free port. */
public final class RunningSandbox implements AutoCloseable {

    private final ServletWebServerApplicationContext context;
    private final Runnable afterwards;

    private RunningSandbox(ServletWebServerApplicationContext context, Runnable afterwards) {
        this.context = context;
        this.afterwards = afterwards;
    }

    /** A sandbox on a database of its own; settings are of the form {@code reads-per-minute=0}. */
    public static RunningSandbox start(String... settings) {
        TestDatabase database = TestDatabase.empty(DatabaseKind.chosen());
        try {
            return new RunningSandbox(run(database, settings), database::close);
        } catch (RuntimeException failed) {
            database.close();
            throw failed;
        }
    }

    /** A sandbox on a database that stays when it is closed. */
    public static RunningSandbox startOn(TestDatabase database, String... settings) {
        return new RunningSandbox(run(database, settings), () -> {});
    }

    private static ServletWebServerApplicationContext run(TestDatabase database, String... settings) {
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.config.location=optional:classpath:/none/",
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.user(),
                "--spring.datasource.password=" + database.password(),
                "--spring.flyway.locations=classpath:db/sandbox",
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--logging.level.root=WARN"));
        for (String setting : settings) {
            arguments.add("--remediation.sandbox." + setting);
        }
        return (ServletWebServerApplicationContext) application(SettableClock.class, new SettableClock())
                .properties("remediation.sandbox.imap-port=0", "remediation.sandbox.smtp-port=0")
                .registerShutdownHook(false)
                .run(arguments.toArray(String[]::new));
    }

    /** The sandbox's beans under that clock. */
    static <C extends Clock> SpringApplicationBuilder application(Class<C> type, C clock) {
        return new SpringApplicationBuilder(Beans.class)
                .profiles("sandbox")
                .bannerMode(Banner.Mode.OFF)
                .initializers(
                        context -> ((GenericApplicationContext) context).registerBean("clock", type, () -> clock));
    }

    public ApiClient api() {
        return new ApiClient(httpPort());
    }

    public int httpPort() {
        return context.getWebServer().getPort();
    }

    public int imapPort() {
        return context.getBean(SandboxPorts.class).imapPort();
    }

    public int smtpPort() {
        return context.getBean(SandboxPorts.class).smtpPort();
    }

    public Faults faults() {
        return context.getBean(Faults.class);
    }

    public CallLog calls() {
        return context.getBean(CallLog.class);
    }

    public SettableClock clock() {
        return context.getBean(SettableClock.class);
    }

    @Override
    public void close() {
        context.close();
        afterwards.run();
    }

    /** Not found by a component scan of the whole application. */
    @TestConfiguration(proxyBeanMethods = false)
    @Profile("sandbox")
    @ComponentScan(basePackages = "org.mailboxremediation.sandbox")
    @EnableConfigurationProperties(SandboxProperties.class)
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        FlywayAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        HttpEncodingAutoConfiguration.class,
        ServletWebServerFactoryAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class
    })
    static class Beans {

        @Bean
        SecureRandom random() {
            return new SecureRandom();
        }
    }
}

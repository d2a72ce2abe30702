package org.mailboxremediation.sandbox;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ConfigurableApplicationContext;

/** The sandbox alone, as a process of its own: see {@link SandboxProcess}. It ends with whoever started it. */
final class SandboxMain {

    private SandboxMain() {}

    public static void main(String[] settings) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.config.location=optional:classpath:/none/",
                "--spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID()
                        + ";DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=0",
                "--spring.flyway.locations=classpath:db/sandbox",
                "--server.address=127.0.0.1",
                "--logging.level.root=WARN"));
        arguments.addAll(List.of(settings));
        try (ConfigurableApplicationContext context =
                RunningSandbox.application(Clock.class, Clock.systemUTC()).run(arguments.toArray(String[]::new))) {
            int read = context.isRunning() ? System.in.read() : -1;
            while (read >= 0) {
                read = System.in.read();
            }
        }
    }
}

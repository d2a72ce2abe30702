package org.mailboxremediation;

import java.util.OptionalInt;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.mailboxremediation.cli.Commands;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The application: a Camunda 7 engine with the procedure's models, its delegates, and the sandbox by default. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class MailboxRemediation {

    public static void main(String[] args) {
        // Jakarta Mail otherwise searches the class path for it with each message: a twentieth of the time under load.
        System.setProperty("jakarta.mail.util.StreamProvider", MailStreamProvider.class.getName());
        OptionalInt exit = Commands.run(args);
        if (exit.isPresent()) {
            System.exit(exit.getAsInt());
        }
        SpringApplication.run(MailboxRemediation.class, args);
    }
}

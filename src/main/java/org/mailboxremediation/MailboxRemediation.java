package org.mailboxremediation;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The application: a Camunda 7 engine with the procedure's models, its delegates, and the sandbox by default. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class MailboxRemediation {

    public static void main(String[] args) {
        SpringApplication.run(MailboxRemediation.class, args);
    }
}

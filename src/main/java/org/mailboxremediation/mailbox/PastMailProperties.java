package org.mailboxremediation.mailbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mail that has arrived may be looked at ({@code remediation.preview}): over IMAP, at the server of {@code
 * remediation.logins}, by a login that an administrator made for that. Without its password nothing is looked at.
 *
 * @param login the login's name; {@code {mailbox}} stands for the address, as in Dovecot's {@code {mailbox}*reader}
 * @param password the login's password; empty if there is none
 * @param time how long to look at most
 * @param most how many messages to look at most
 */
@ConfigurationProperties("remediation.preview")
public record PastMailProperties(
        @DefaultValue("{mailbox}*preview") String login,
        @DefaultValue("") String password,
        @DefaultValue("4s") Duration time,
        @DefaultValue("5000") int most) {

    @Override
    public String toString() {
        return "PastMailProperties[login=" + login + ", time=" + time + ", most=" + most + "]";
    }
}

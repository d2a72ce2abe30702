package org.mailboxremediation.mailbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where passwords are tried.
 *
 * @param enabled whether they are; if not, every change waits for a person's word
 * @param imapHost the IMAP server; empty if there is none to ask
 * @param imapPort its port
 * @param imapTls how the connection is protected
 * @param smtpHost the submission server; empty if there is none to ask
 * @param smtpPort its port
 * @param smtpTls how the connection is protected
 * @param timeout of connecting, and of each answer
 */
@ConfigurationProperties("remediation.logins")
public record LoginProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("") String imapHost,
        @DefaultValue("993") int imapPort,
        @DefaultValue("tls") Tls imapTls,
        @DefaultValue("") String smtpHost,
        @DefaultValue("465") int smtpPort,
        @DefaultValue("tls") Tls smtpTls,
        @DefaultValue("5s") Duration timeout) {

    /** How a connection is protected. */
    public enum Tls {
        /** Not at all: for a server on this machine only. */
        NONE,
        /** Upgraded before the password is sent, or not used. */
        STARTTLS,
        /** From the first byte. */
        TLS
    }
}

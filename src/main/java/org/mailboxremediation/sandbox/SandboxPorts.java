package org.mailboxremediation.sandbox;

/** Where the embedded mail servers listen, on the loopback address. Known once they have started. */
public interface SandboxPorts {

    /**
     * The IMAP port in use, which differs from the configured one if that was 0.
     *
     * @throws IllegalStateException if the servers do not run
     */
    int imapPort();

    /**
     * The SMTP port in use, which differs from the configured one if that was 0.
     *
     * @throws IllegalStateException if the servers do not run
     */
    int smtpPort();
}

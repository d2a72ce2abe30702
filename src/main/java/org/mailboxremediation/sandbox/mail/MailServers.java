package org.mailboxremediation.sandbox.mail;

import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.sandbox.SandboxComponent;
import org.mailboxremediation.sandbox.SandboxPorts;
import org.mailboxremediation.sandbox.SandboxProperties;
import org.mailboxremediation.sandbox.account.Logins;
import org.mailboxremediation.sandbox.account.SandboxSeed;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.SmartLifecycle;

/** Runs IMAP and SMTP for as long as the application does; the accounts are seeded before, the web server starts after. */
@SandboxComponent
final class MailServers implements SmartLifecycle, SandboxPorts {

    private static final long STARTUP_MILLIS = 10_000;

    private final SandboxProperties properties;
    private final SandboxSeed seed;
    private final Logins logins;
    private final MailStore store;
    private final LiveSessions sessions;
    private final Delivery delivery;
    private final MailTrouble trouble;
    private @Nullable AbstractServer imap;
    private @Nullable AbstractServer smtp;

    MailServers(
            SandboxProperties properties,
            SandboxSeed seed,
            Logins logins,
            MailStore store,
            LiveSessions sessions,
            Delivery delivery,
            MailTrouble trouble) {
        this.properties = properties;
        this.seed = seed;
        this.logins = logins;
        this.store = store;
        this.sessions = sessions;
        this.delivery = delivery;
        this.trouble = trouble;
    }

    @Override
    public synchronized void start() {
        muteProtocolLog();
        seed.plant();
        imap = started(new SandboxMailServer(
                ServerSetup.PROTOCOL_IMAP,
                properties.imapPort(),
                socket -> new ImapConnection(logins, store, sessions, trouble, socket)));
        smtp = started(new SandboxMailServer(
                ServerSetup.PROTOCOL_SMTP,
                properties.smtpPort(),
                socket -> new SmtpConnectionHandler(logins, store, sessions, delivery, trouble, socket)));
    }

    @Override
    public synchronized void stop() {
        for (AbstractServer server : running()) {
            server.stopService();
        }
        imap = null;
        smtp = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return imap != null;
    }

    /** Before everything that uses mail or serves requests. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public synchronized int imapPort() {
        return port(imap);
    }

    @Override
    public synchronized int smtpPort() {
        return port(smtp);
    }

    /** At DEBUG, GreenMail writes each LOGIN line with its password; a dropped session is no news to it or us. */
    private static void muteProtocolLog() {
        LoggingSystem logging = LoggingSystem.get(MailServers.class.getClassLoader());
        logging.setLogLevel("com.icegreen.greenmail", LogLevel.WARN);
        logging.setLogLevel("com.icegreen.greenmail.imap.commands", LogLevel.OFF);
    }

    private synchronized List<AbstractServer> running() {
        return Stream.of(imap, smtp).filter(Objects::nonNull).toList();
    }

    private static int port(@Nullable AbstractServer server) {
        if (server == null) {
            throw new IllegalStateException("the mail servers do not run");
        }
        return server.getPort();
    }

    private static AbstractServer started(AbstractServer server) {
        server.startService();
        try {
            if (!server.waitTillRunning(STARTUP_MILLIS)) {
                throw new IllegalStateException(
                        "Port " + server.getServerSetup().getPort() + " is taken: set remediation.sandbox."
                                + server.getProtocol() + "-port to another, or to 0");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while starting", e);
        }
        return server;
    }
}

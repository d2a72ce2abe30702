package org.mailboxremediation.mailbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.time.Instant;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.mailboxremediation.incident.MailboxAddress;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Looks over IMAP, read-only, without marking a message as seen. At most four looks run at once. */
@Component
final class ImapPastMail implements PastMail, DisposableBean {

    private static final int AT_ONCE = 4;

    private final LoginProperties server;
    private final PastMailProperties properties;
    private final ExecutorService threads =
            new ThreadPoolExecutor(0, AT_ONCE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                Thread thread = new Thread(task, "past-mail");
                thread.setDaemon(true);
                return thread;
            });

    ImapPastMail(LoginProperties server, PastMailProperties properties) {
        this.server = server;
        this.properties = properties;
    }

    @Override
    public Sample since(MailboxAddress mailbox, Instant since) {
        if (!server.enabled()
                || server.imapHost().isEmpty()
                || properties.password().isEmpty()) {
            return Sample.UNAVAILABLE;
        }
        HeaderHarvest harvest = new HeaderHarvest(properties.most(), properties.time());
        try {
            return CompletableFuture.supplyAsync(() -> look(mailbox, since, harvest), threads)
                    .completeOnTimeout(Sample.UNAVAILABLE, 2 * properties.time().toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } catch (RejectedExecutionException busy) {
            return Sample.UNAVAILABLE;
        }
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }

    private Sample look(MailboxAddress mailbox, Instant since, HeaderHarvest harvest) {
        try (Store store = Session.getInstance(settings()).getStore("imap")) {
            store.connect(
                    server.imapHost(),
                    server.imapPort(),
                    properties.login().replace("{mailbox}", mailbox.asString()),
                    properties.password());
            harvest.reap(store, since);
            return harvest.sample();
        } catch (MessagingException | RuntimeException refused) {
            return harvest.isBegun() ? harvest.sample() : Sample.UNAVAILABLE;
        }
    }

    /** Without debug output: that would print the password. */
    private Properties settings() {
        String millis = Long.toString(properties.time().toMillis());
        Properties settings = new Properties();
        settings.setProperty("mail.imap.connectiontimeout", millis);
        settings.setProperty("mail.imap.timeout", millis);
        settings.setProperty("mail.imap.writetimeout", millis);
        settings.setProperty("mail.imap.ssl.enable", Boolean.toString(server.imapTls() == LoginProperties.Tls.TLS));
        settings.setProperty("mail.imap.ssl.checkserveridentity", "true");
        settings.setProperty(
                "mail.imap.starttls.required", Boolean.toString(server.imapTls() == LoginProperties.Tls.STARTTLS));
        return settings;
    }
}

package org.mailboxremediation.mailbox;

import com.google.common.util.concurrent.ThreadFactoryBuilder;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.mailboxremediation.credential.Secret;
import org.mailboxremediation.incident.MailboxAddress;
import org.mailboxremediation.mailbox.LoginResult.Answer;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Tries a password at both servers at once, and waits no longer than two time-outs for either. */
@Component
final class MailLoginCheck implements LoginCheck, DisposableBean {

    private final LoginProperties properties;
    private final MailLogin login;
    private final ExecutorService threads = Executors.newCachedThreadPool(named("login-check"));
    private final ScheduledThreadPoolExecutor writeTimeouts =
            new ScheduledThreadPoolExecutor(1, named("login-write-timeouts"));

    MailLoginCheck(LoginProperties properties) {
        this.properties = properties;
        this.login = new MailLogin(properties.timeout(), writeTimeouts);
        writeTimeouts.setRemoveOnCancelPolicy(true);
    }

    @Override
    public LoginResult check(MailboxAddress mailbox, Secret password) {
        if (!properties.enabled()) {
            return LoginResult.UNKNOWN;
        }
        CompletableFuture<Answer> imap = ask(properties.imapHost(), () -> login.imap(imapServer(), mailbox, password));
        CompletableFuture<Answer> smtp = ask(properties.smtpHost(), () -> login.smtp(smtpServer(), mailbox, password));
        return new LoginResult(imap.join(), smtp.join());
    }

    @Override
    public void destroy() {
        threads.shutdown();
        writeTimeouts.shutdownNow();
    }

    private static ThreadFactory named(String name) {
        return new ThreadFactoryBuilder().setNameFormat(name).setDaemon(true).build();
    }

    /** A server that sends one byte now and then keeps a thread, but nobody waiting. */
    private CompletableFuture<Answer> ask(String host, Supplier<Answer> trying) {
        if (host.isEmpty()) {
            return CompletableFuture.completedFuture(Answer.UNKNOWN);
        }
        Duration longest = properties.timeout().multipliedBy(2);
        return CompletableFuture.supplyAsync(trying, threads)
                .completeOnTimeout(Answer.UNKNOWN, longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    private MailLogin.Server imapServer() {
        return new MailLogin.Server(properties.imapHost(), properties.imapPort(), properties.imapTls());
    }

    private MailLogin.Server smtpServer() {
        return new MailLogin.Server(properties.smtpHost(), properties.smtpPort(), properties.smtpTls());
    }
}

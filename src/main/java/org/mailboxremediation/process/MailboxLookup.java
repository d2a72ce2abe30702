package org.mailboxremediation.process;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.mailboxremediation.incident.AccessBefore;
import org.mailboxremediation.incident.MailboxAddress;
import org.mailboxremediation.mailbox.MailboxProvider;
import org.mailboxremediation.mailbox.ProviderFailure;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Looks the reported mailbox up once, in a two-second box outside any transaction. Only a definite <em>not found</em>
 * refuses the report; whatever else goes wrong leaves the state unknown and the lock-out on its way (promise P2).
 */
@Component
public final class MailboxLookup implements DisposableBean {

    private static final Duration BOX = Duration.ofSeconds(2);

    private final MailboxProvider provider;
    private final ExecutorService threads = Executors.newCachedThreadPool(r -> {
        Thread thread = new Thread(r, "mailbox-lookup");
        thread.setDaemon(true);
        return thread;
    });

    MailboxLookup(MailboxProvider provider) {
        this.provider = provider;
    }

    /**
     * The state of access as the provider shows it.
     *
     * @throws ReportRefused if there is definitely no such mailbox, or the address is an alias
     */
    public AccessBefore accessOf(MailboxAddress mailbox) {
        try {
            return CompletableFuture.supplyAsync(() -> look(mailbox), threads)
                    .completeOnTimeout(AccessBefore.UNKNOWN, BOX.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof ReportRefused refused) {
                throw refused;
            }
            return AccessBefore.UNKNOWN;
        }
    }

    private AccessBefore look(MailboxAddress mailbox) {
        try {
            return provider.show(mailbox).enabled() ? AccessBefore.OPEN : AccessBefore.DISABLED;
        } catch (ProviderFailure.UnknownMailbox e) {
            List<MailboxAddress> members = provider.aliasMembers(mailbox);
            throw members.isEmpty() ? ReportRefused.unknownMailbox(mailbox) : ReportRefused.alias(mailbox, members);
        }
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}

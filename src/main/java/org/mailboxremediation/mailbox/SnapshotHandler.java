package org.mailboxremediation.mailbox;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.event.CaseEvent;
import org.mailboxremediation.event.EventChain;
import org.mailboxremediation.incident.Incidents;
import org.mailboxremediation.incident.MailboxAddress;
import org.mailboxremediation.outbox.Command;
import org.mailboxremediation.outbox.Demand;
import org.mailboxremediation.outbox.EffectHandler;
import org.mailboxremediation.outbox.Outcome;
import org.mailboxremediation.outbox.Outcome.State;
import org.mailboxremediation.outbox.Target;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Notes forwarding, auto-reply, spam forwarding, aliases and state as found, beside the first password change, which never
 * waits for it. One try of five seconds: what cannot be had in that time is recorded as missing (promise P2).
 */
@Component
final class SnapshotHandler implements EffectHandler, DisposableBean {

    private static final Duration BOX = Duration.ofSeconds(5);
    private static final String MISSING = "missing";

    private final Incidents incidents;
    private final MailboxProvider provider;
    private final SettingFacts facts;
    private final EventChain events;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "snapshot");
        thread.setDaemon(true);
        return thread;
    });

    SnapshotHandler(Incidents incidents, MailboxProvider provider, SettingFacts facts, EventChain events) {
        this.incidents = incidents;
        this.provider = provider;
        this.facts = facts;
        this.events = events;
    }

    @Override
    public String step() {
        return MailboxSteps.SNAPSHOT;
    }

    @Override
    public Demand demand() {
        return Demand.on(Target.PROVIDER).calls(3, 0);
    }

    @Override
    public Outcome perform(Command command) {
        MailboxAddress mailbox = incidents.get(command.caseId()).mailbox();
        try {
            Snapshot snapshot = CompletableFuture.supplyAsync(() -> Snapshot.read(provider, mailbox), threads)
                    .orTimeout(BOX.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
            facts.noted(command.caseId(), snapshot.settings());
            return Outcome.of(State.VERIFIED, snapshot.summary());
        } catch (CompletionException failed) {
            return Outcome.of(State.UNVERIFIABLE, Map.of(MISSING, why(failed.getCause())));
        }
    }

    @Override
    public void record(Command command, Outcome outcome) {
        boolean missing = outcome.state() != State.VERIFIED;
        events.append(
                command.caseId(), CaseEvent.SYSTEM, missing ? "SnapshotMissing" : "SnapshotTaken", outcome.details());
    }

    @Override
    public void destroy() {
        threads.shutdown();
    }

    private static String why(@Nullable Throwable failure) {
        if (failure instanceof ProviderFailure known) {
            return ProviderOutcome.of(known).details().getOrDefault("why", "UNAVAILABLE");
        }
        return failure instanceof TimeoutException ? "TIMEOUT" : "UNEXPECTED";
    }
}

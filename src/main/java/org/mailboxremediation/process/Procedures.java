package org.mailboxremediation.process;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.mailboxremediation.event.EventChain;
import org.mailboxremediation.outbox.Signals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Starts the procedure for an open case, and again for one that lost it: the case, not the process, is the truth. */
@Component
public final class Procedures implements DisposableBean {

    /** How many procedures a transaction starts: measured, more save little, and a failing one costs them all. */
    static final int CHUNK = 50;

    private static final Logger LOG = LoggerFactory.getLogger(Procedures.class);

    private final RuntimeService runtime;
    private final EngineBatch batch;
    private final IdentityService identity;
    private final Signals signals;
    private final EventChain events;
    private final ReadyCases cases;
    /** Two: while the database writes for one, the engine works for the other. */
    private final ExecutorService threads = Executors.newFixedThreadPool(2, task -> {
        Thread thread = new Thread(task, "procedures");
        thread.setDaemon(true);
        return thread;
    });

    Procedures(
            RuntimeService runtime,
            EngineBatch batch,
            IdentityService identity,
            Signals signals,
            EventChain events,
            ReadyCases cases) {
        this.runtime = runtime;
        this.batch = batch;
        this.identity = identity;
        this.signals = signals;
        this.events = events;
        this.cases = cases;
    }

    /** Starts the procedure. A failure is logged and made good by the sweep: the lock-out does not wait for it. */
    public void start(String incidentId) {
        start(incidentId, () -> batch.inOneTransaction(() -> begin(incidentId)));
    }

    private void start(String incidentId, Runnable way) {
        Authentication person = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            way.run();
        } catch (RuntimeException e) {
            LOG.warn(
                    "The procedure of case {} did not start yet ({}).",
                    incidentId,
                    e.getClass().getSimpleName());
        } finally {
            identity.setAuthentication(person);
        }
    }

    /** Starts the procedure of every open case that has none, many in a transaction, behind the lock-outs. */
    @Scheduled(fixedDelayString = "${remediation.process.start-every:1s}", initialDelayString = "5s")
    public void sweep() {
        List<String> ready = cases.now();
        List<CompletableFuture<Void>> starts = new ArrayList<>();
        for (int from = 0; from < ready.size(); from += CHUNK) {
            // In the order in which all others lock several cases.
            List<String> chunk = ready.subList(from, Math.min(from + CHUNK, ready.size())).stream()
                    .sorted()
                    .toList();
            starts.add(CompletableFuture.runAsync(() -> startTogether(chunk), threads));
        }
        starts.forEach(CompletableFuture::join);
    }

    @Override
    public void destroy() throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
            LOG.warn("Procedures are still being started; those left are started after the next start.");
        }
    }

    private void startTogether(List<String> chunk) {
        try {
            batch.inOneTransaction(() -> {
                events.lockAll(chunk);
                chunk.forEach(this::begin);
            });
        } catch (RuntimeException e) {
            LOG.warn(
                    "{} procedures are started one by one ({}).",
                    chunk.size(),
                    e.getClass().getSimpleName());
            chunk.forEach(id -> start(id, () -> create(id)));
        }
    }

    /** With the outcomes that are there already: it then never waits for them, and nothing is written that it waits. */
    private void begin(String incidentId) {
        create(incidentId);
        signals.tellSettled(incidentId);
    }

    private void create(String incidentId) {
        runtime.createProcessInstanceByKey("SecureMailboxProcess")
                .businessKey(incidentId)
                .execute();
    }
}

package org.mailboxremediation.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.mailboxremediation.incident.Incidents;
import org.mailboxremediation.outbox.LockOutQueue;
import org.mailboxremediation.outbox.Signals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Starts the procedure for an open case, and again for one that lost it: the case, not the process, is the truth. */
@Component
public final class Procedures {

    /** How many procedures a transaction starts: measured, more save little, and a failing one costs them all. */
    static final int CHUNK = 50;

    private static final Logger LOG = LoggerFactory.getLogger(Procedures.class);
    private static final Duration GRACE = Duration.ofSeconds(5);
    /** Lock-outs that wait longer than this wait for budget or for a provider: people's work need not. */
    private static final Duration LOCK_OUTS_FIRST = Duration.ofMinutes(2);

    private final RuntimeService runtime;
    private final EngineBatch batch;
    private final IdentityService identity;
    private final Incidents incidents;
    private final LockOutQueue lockOuts;
    private final Signals signals;
    private final Clock clock;

    Procedures(
            RuntimeService runtime,
            EngineBatch batch,
            IdentityService identity,
            Incidents incidents,
            LockOutQueue lockOuts,
            Signals signals,
            Clock clock) {
        this.runtime = runtime;
        this.batch = batch;
        this.identity = identity;
        this.incidents = incidents;
        this.lockOuts = lockOuts;
        this.signals = signals;
        this.clock = clock;
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
        Set<String> tried = new HashSet<>();
        for (List<String> chunk = next(tried); !chunk.isEmpty(); chunk = next(tried)) {
            tried.addAll(startTogether(chunk));
        }
    }

    private List<String> next(Set<String> tried) {
        Instant now = clock.instant();
        Instant before = now.minus(lockOuts.owedSince(now.minus(LOCK_OUTS_FIRST)) ? LOCK_OUTS_FIRST : GRACE);
        return incidents.openWithoutProcess(before, CHUNK + tried.size()).stream()
                .filter(id -> !tried.contains(id))
                .limit(CHUNK)
                // In the order in which all others lock several cases.
                .sorted()
                .toList();
    }

    /** Starts them; answers those that need not be tried again in this round. */
    private List<String> startTogether(List<String> chunk) {
        try {
            batch.inOneTransaction(() -> chunk.forEach(this::begin));
            return List.of();
        } catch (RuntimeException e) {
            LOG.warn(
                    "{} procedures are started one by one ({}).",
                    chunk.size(),
                    e.getClass().getSimpleName());
            chunk.forEach(id -> start(id, () -> create(id)));
            return chunk;
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

package org.mailboxremediation.process.guard;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.mailboxremediation.event.EventChain;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps that the answer of somebody who may work the task was refused: event {@code TaskInputRefused}, without what was
 * answered. Whoever may not, leaves no trace: auditors change nothing.
 */
@Component
final class TaskRefusals {

    /** The same person's refusal at the same task is kept once in this time, however often it is tried. */
    private static final Duration QUIET = Duration.ofMinutes(10);

    private static final String EVENT = "TaskInputRefused";

    private final EventChain events;
    private final ObjectProvider<IdentityService> identity;
    private final TransactionTemplate apart;
    private final Clock clock;

    TaskRefusals(
            EventChain events,
            ObjectProvider<IdentityService> identity,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.events = events;
        this.identity = identity;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Runs the check; what it throws goes on, and is kept. */
    void kept(String incidentId, String task, Runnable check) {
        try {
            check.run();
        } catch (ProcessEngineException refused) {
            keep(incidentId, task);
            throw refused;
        }
    }

    private void keep(String incidentId, String task) {
        String person = identity.getObject().getCurrentAuthentication().getUserId();
        // Whoever has the case's lock would wait for itself; its transaction rolls back with the refusal.
        if (!events.holdsLock(incidentId)) {
            apart.executeWithoutResult(status -> append(incidentId, person, task));
        }
    }

    private void append(String incidentId, String person, String task) {
        events.lock(incidentId);
        Instant since = clock.instant().minus(QUIET);
        boolean keptLately = events.of(incidentId).stream()
                .filter(event -> event.type().equals(EVENT) && event.actor().equals(person))
                .anyMatch(event ->
                        event.at().isAfter(since) && task.equals(event.payload().get("task")));
        if (!keptLately) {
            events.append(incidentId, person, EVENT, Map.of("task", task));
        }
    }
}

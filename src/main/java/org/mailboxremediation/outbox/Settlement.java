package org.mailboxremediation.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mailboxremediation.event.EventChain;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes what an attempt came to: the outcome with its facts in one transaction, or the next try. */
@Component
final class Settlement {

    private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);
    private static final int CONFLICTS = 4;
    /** A provider that says "now" for ever must not keep a worker spinning. */
    private static final Duration LEAST_WAIT = Duration.ofMillis(100);

    private final ClaimTable claims;
    private final EventChain events;
    private final TransactionTemplate transaction;
    private final Teller teller;
    private final Backoff backoff;
    private final HeldQueues held;
    private final Bells bells;
    private final OutboxProperties properties;
    private final Clock clock;

    Settlement(
            ClaimTable claims,
            EventChain events,
            TransactionTemplate transaction,
            Teller teller,
            Backoff backoff,
            HeldQueues held,
            Bells bells,
            OutboxProperties properties,
            Clock clock) {
        this.claims = claims;
        this.events = events;
        this.transaction = transaction;
        this.teller = teller;
        this.backoff = backoff;
        this.held = held;
        this.bells = bells;
        this.properties = properties;
        this.clock = clock;
    }

    /** Settles the command, or goes on with it now or later, or calls a person when it has failed for too long. */
    void conclude(Attempted attempted) {
        Claim claim = attempted.claim();
        try {
            goOn(attempted, claim);
        } catch (RuntimeException bug) {
            // The type only: an exception nobody expected may carry a secret in its message.
            LOG.error(
                    "Step {} could not record its outcome: {}",
                    claim.command().step(),
                    bug.getClass().getName());
            unexpected(claim);
        }
    }

    private void goOn(Attempted attempted, Claim claim) {
        Outcome outcome = attempted.outcome();
        if (attempted.isFact()) {
            write(attempted);
        } else if (outcome.isBudget()) {
            waitForBudget(claim, outcome);
        } else if (failsTooLong(claim)) {
            write(attempted.needsPerson());
        } else {
            retry(claim, outcome);
        }
    }

    /** Counts an attempt that ended with no outcome, and tries again later. */
    void unexpected(Claim claim) {
        claims.countUnexpected(claim);
        retry(claim, Outcome.retry(Duration.ZERO, "unexpected"));
    }

    /** Tried again after a conflict: an effect must not be repeated because its case was busy. */
    void write(Attempted fact) {
        for (int left = CONFLICTS; left > 0; left--) {
            try {
                writeAll(List.of(fact));
                return;
            } catch (TransientDataAccessException conflict) {
                LOG.debug("A conflict with {}", conflict.getClass().getName());
            }
        }
        writeAll(List.of(fact));
    }

    /**
     * Writes what settles commands or accepts them, each with its facts, in one transaction: all of them, or none where one
     * fails. Who waits is told after the commit.
     */
    void writeAll(List<Attempted> facts) {
        Instant now = clock.instant();
        List<Attempted> written = new ArrayList<>();
        transaction.executeWithoutResult(status -> {
            // The case before its command, as everybody else: a process that starts holds its case and then asks for
            // this row.
            events.lockAll(
                    facts.stream().map(one -> one.claim().command().caseId()).toList());
            facts.forEach(one -> LockedCommands.forget(one.claim().command().caseId()));
            // All of them before the facts of any: what these ask of their cases is then read once for all.
            List<Attempted> accepted = claims.accept(those(facts, false), now);
            List<Attempted> settled = those(facts, true).stream()
                    .filter(one -> claims.settle(one.claim(), one.outcome(), now))
                    .toList();
            writeAccepted(accepted);
            settled.forEach(Settlement::writeSettled);
            written.addAll(accepted);
            written.addAll(settled);
        });
        written.forEach(one -> announce(one, now));
    }

    private static List<Attempted> those(List<Attempted> facts, boolean settled) {
        return facts.stream()
                .filter(one -> one.outcome().state().isSettled() == settled)
                .toList();
    }

    private static void writeAccepted(List<Attempted> accepted) {
        Map<EffectHandler, Map<Command, Instant>> byHandler = new LinkedHashMap<>();
        for (Attempted one : accepted) {
            if (one.handler() != null) {
                byHandler
                        .computeIfAbsent(one.handler(), handler -> new LinkedHashMap<>())
                        .put(one.claim().command(), one.claim().firstSent());
            }
        }
        byHandler.forEach(EffectHandler::accepted);
    }

    private static void writeSettled(Attempted one) {
        EffectHandler handler = one.handler();
        if (handler != null) {
            handler.record(one.claim().command(), one.outcome());
        }
    }

    /** The verification of what was accepted follows at once, unless lock-outs wait. */
    private void announce(Attempted one, Instant now) {
        Command command = one.claim().command();
        if (one.outcome().state().isSettled()) {
            teller.tell(new Settled(command, one.outcome(), now));
        } else {
            bells.ring(QueueKey.verify(command.step()));
        }
    }

    /** Moves the first failure by the wait, and holds the queue's other commands back: they would be told the same. */
    private void waitForBudget(Claim claim, Outcome outcome) {
        Duration wait = longer(outcome.retryAfter(), LEAST_WAIT);
        Instant until = clock.instant().plus(wait);
        Instant since = claim.firstFailure();
        Instant failing = since == null ? null : since.plus(wait);
        held.hold(claim.queue(), until);
        claims.postpone(claim, claim.queue(), outcome, until, failing);
    }

    private void retry(Claim claim, Outcome outcome) {
        Instant now = clock.instant();
        Instant until = now.plus(longer(outcome.retryAfter(), backoff.after(claim.firstFailure(), now)));
        Instant since = claim.firstFailure();
        boolean again = outcome.state() == Outcome.State.REPEAT;
        QueueKey queue = again ? QueueKey.effect(claim.command().step()) : claim.queue();
        claims.postpone(claim, queue, outcome, until, since == null ? now : since);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private boolean failsTooLong(Claim claim) {
        Instant since = claim.firstFailure();
        return since != null && !clock.instant().isBefore(since.plus(properties.personAfter()));
    }
}

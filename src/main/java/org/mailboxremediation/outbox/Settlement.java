package org.mailboxremediation.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
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
            conclude(claim, attempted.outcome(), attempted.handler());
        } catch (RuntimeException bug) {
            // The type only: an exception nobody expected may carry a secret in its message.
            LOG.error(
                    "Step {} could not record its outcome: {}",
                    attempted.handler().step(),
                    bug.getClass().getName());
            unexpected(claim);
        }
    }

    private void conclude(Claim claim, Outcome outcome, EffectHandler handler) {
        if (outcome.state().isSettled()) {
            settle(claim, outcome, handler);
        } else if (outcome.state() == Outcome.State.ACCEPTED) {
            accept(claim, handler);
        } else if (outcome.isBudget()) {
            waitForBudget(claim, outcome);
        } else if (failsTooLong(claim)) {
            settle(claim, Outcome.of(Outcome.State.NEEDS_PERSON, outcome.details()), handler);
        } else {
            retry(claim, outcome);
        }
    }

    /** Does the same for many that are settled or accepted, in one transaction: all of them, or none where one fails. */
    void concludeAll(List<Attempted> many) {
        Instant now = clock.instant();
        List<Attempted> written = new ArrayList<>();
        transaction.executeWithoutResult(status -> {
            events.lockAll(
                    many.stream().map(one -> one.claim().command().caseId()).toList());
            many.stream().filter(one -> write(one, now)).forEach(written::add);
        });
        written.forEach(one -> announce(one, now));
    }

    /** In the caller's transaction; false if the claim had been lost. */
    private boolean write(Attempted one, Instant now) {
        Claim claim = one.claim();
        LockedCommands.forget(claim.command().caseId());
        boolean settles = one.outcome().state().isSettled();
        boolean mine = settles ? claims.settle(claim, one.outcome(), now) : claims.accept(claim, now);
        if (mine && settles) {
            one.handler().record(claim.command(), one.outcome());
        } else if (mine) {
            one.handler().accepted(claim.command(), claim.firstSent());
        }
        return mine;
    }

    private void announce(Attempted one, Instant now) {
        if (one.outcome().state().isSettled()) {
            teller.tell(new Settled(one.claim().command(), one.outcome(), now));
        } else {
            bells.ring(QueueKey.verify(one.handler().step()));
        }
    }

    /** Counts an attempt that ended with no outcome, and tries again later. */
    void unexpected(Claim claim) {
        claims.countUnexpected(claim);
        retry(claim, Outcome.retry(Duration.ZERO, "unexpected"));
    }

    /** The verification follows at once, unless lock-outs wait. */
    private void accept(Claim claim, EffectHandler handler) {
        Instant now = clock.instant();
        together(claim, () -> claims.accept(claim, now), () -> handler.accepted(claim.command(), claim.firstSent()));
        bells.ring(QueueKey.verify(handler.step()));
    }

    /** Settles, records through the handler if there is one, and signals after the commit. */
    void settle(Claim claim, Outcome outcome, @Nullable EffectHandler handler) {
        Instant now = clock.instant();
        boolean settled = together(
                claim,
                () -> claims.settle(claim, outcome, now),
                () -> Optional.ofNullable(handler).ifPresent(known -> known.record(claim.command(), outcome)));
        if (settled) {
            teller.tell(new Settled(claim.command(), outcome, now));
        }
    }

    /** Tried again after a conflict: an effect must not be repeated because its case was busy. */
    private boolean together(Claim claim, BooleanSupplier state, Runnable facts) {
        for (int left = CONFLICTS; left > 0; left--) {
            try {
                return inTransaction(claim, state, facts);
            } catch (TransientDataAccessException conflict) {
                LOG.debug("A conflict with {}", conflict.getClass().getName());
            }
        }
        return inTransaction(claim, state, facts);
    }

    /** The command's new state with its facts, or neither: nothing if the claim was lost. */
    private boolean inTransaction(Claim claim, BooleanSupplier state, Runnable facts) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            // The case before its command, as everybody else: a process that starts holds its case and then asks for
            // this row.
            events.lock(claim.command().caseId());
            LockedCommands.forget(claim.command().caseId());
            boolean mine = state.getAsBoolean();
            if (mine) {
                facts.run();
            }
            return mine;
        }));
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

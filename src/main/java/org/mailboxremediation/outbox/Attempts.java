package org.mailboxremediation.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes one attempt at a claimed command, whatever comes of it. */
@Component
final class Attempts {

    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);
    private static final int UNEXPECTED_LIMIT = 5;

    private final Handlers handlers;
    private final Settlement settlement;
    private final Recorder recorder;
    private final Claims claims;
    private final Latencies latencies;
    private final Clock clock;

    Attempts(
            Handlers handlers,
            Settlement settlement,
            Recorder recorder,
            Claims claims,
            Latencies latencies,
            Clock clock) {
        this.handlers = handlers;
        this.settlement = settlement;
        this.recorder = recorder;
        this.claims = claims;
        this.latencies = latencies;
        this.clock = clock;
    }

    /** Does what one worker was given. */
    void work(Work work) {
        if (work.claims().size() == 1) {
            attempt(work.claims().get(0), work.prepared());
        } else {
            attemptTogether(work);
        }
    }

    /** Has the handlers read at once what works of the same step need, where there are several. */
    List<Work> prepare(List<Work> works) {
        Map<String, List<Command>> byStep = works.stream()
                .filter(Work::canBePrepared)
                .map(work -> work.claims().get(0).command())
                .collect(Collectors.groupingBy(Command::step));
        Map<String, Function<Command, Outcome>> prepared = new HashMap<>();
        byStep.forEach((step, commands) -> handlers.of(step)
                .filter(handler -> commands.size() > 1)
                .flatMap(handler -> prepared(handler, commands))
                .ifPresent(performing -> prepared.put(step, performing)));
        return works.stream().map(work -> with(work, prepared)).toList();
    }

    private static Work with(Work work, Map<String, Function<Command, Outcome>> prepared) {
        Function<Command, Outcome> performing = prepared.get(work.queue().step());
        return performing == null || !work.canBePrepared() ? work : work.prepared(performing);
    }

    private static Optional<Function<Command, Outcome>> prepared(EffectHandler handler, List<Command> commands) {
        try {
            return Optional.of(handler.prepare(commands));
        } catch (RuntimeException | Error failure) {
            // Whatever it is: it happens in the thread that feeds all workers, and comes again in the attempt.
            LOG.debug("Performed unprepared after {}", failure.getClass().getName());
            return Optional.empty();
        }
    }

    /** Performs, and has it recorded. A bug in a handler is an attempt that failed, not the end of a worker. */
    void attempt(Claim claim) {
        attempt(claim, null);
    }

    private void attempt(Claim claim, @Nullable Function<Command, Outcome> prepared) {
        Optional<Attempted> attempted = Optional.empty();
        try {
            EffectHandler handler = handlers.of(claim.command().step()).orElse(null);
            if (handler == null || claim.unexpected() >= UNEXPECTED_LIMIT) {
                giveUp(claim, handler);
            } else {
                attempted = perform(claim, handler, prepared);
            }
        } finally {
            if (attempted.isEmpty()) {
                claims.ended(claim);
            }
        }
        attempted.ifPresent(recorder::record);
    }

    private Optional<Attempted> perform(
            Claim claim, EffectHandler handler, @Nullable Function<Command, Outcome> prepared) {
        try {
            Instant start = clock.instant();
            Outcome outcome = outcome(claim, handler, prepared);
            Instant end = clock.instant();
            latencies.took(claim.queue(), Duration.between(start, end));
            return Optional.of(new Attempted(claim, outcome, handler, end));
        } catch (RuntimeException bug) {
            // The type only: an exception nobody expected may carry a secret in its message.
            LOG.error("Step {} failed with {}", handler.step(), bug.getClass().getName());
            settlement.unexpected(claim);
            return Optional.empty();
        }
    }

    private static Outcome outcome(Claim claim, EffectHandler handler, @Nullable Function<Command, Outcome> prepared) {
        if (claim.queue().stage() == Stage.VERIFY) {
            return handler.verify(claim.command());
        }
        return prepared == null ? handler.perform(claim.command()) : prepared.apply(claim.command());
    }

    /** Each is settled or postponed for itself; one without an outcome is tried again alone. */
    private void attemptTogether(Work work) {
        EffectHandler handler = handlers.of(work.queue().step()).orElseThrow();
        List<Claim> left = new ArrayList<>(work.claims());
        List<Attempted> attempted = List.of();
        try {
            attempted = performTogether(work, handler);
            attempted.forEach(one -> left.remove(one.claim()));
            left.forEach(settlement::unexpected);
        } finally {
            left.forEach(claims::ended);
            recorder.recordAll(attempted);
        }
    }

    private List<Attempted> performTogether(Work work, EffectHandler handler) {
        try {
            Instant start = clock.instant();
            Map<String, Outcome> outcomes = handler.performTogether(
                    work.claims().stream().map(Claim::command).toList());
            Instant end = clock.instant();
            Duration took = Duration.between(start, end);
            latencies.took(work.queue(), took.dividedBy(work.claims().size()));
            return work.claims().stream()
                    .flatMap(claim ->
                            Optional.ofNullable(outcomes.get(claim.command().id()))
                                    .map(outcome -> new Attempted(claim, outcome, handler, end))
                                    .stream())
                    .toList();
        } catch (RuntimeException bug) {
            LOG.error(
                    "Step {} failed together with {}",
                    handler.step(),
                    bug.getClass().getName());
            return List.of();
        }
    }

    private void giveUp(Claim claim, @Nullable EffectHandler handler) {
        Outcome outcome = needsPerson(handler == null ? "no-handler" : "unexpected");
        try {
            settlement.write(new Attempted(claim, outcome, handler, clock.instant()));
        } catch (RuntimeException bug) {
            LOG.error(
                    "Step {} could not record its outcome: {}",
                    claim.command().step(),
                    bug.getClass().getName());
            settlement.write(new Attempted(claim, outcome, null, clock.instant()));
        }
    }

    private static Outcome needsPerson(String why) {
        return Outcome.of(Outcome.State.NEEDS_PERSON, Map.of("why", why));
    }
}

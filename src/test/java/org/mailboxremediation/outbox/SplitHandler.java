package org.mailboxremediation.outbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A handler whose effect is verified apart; remembers what it was asked, in order. */
final class SplitHandler implements EffectHandler {

    static final String STEP = "SPLIT_STEP";

    final List<String> asked = new CopyOnWriteArrayList<>();
    final List<Outcome> recorded = new ArrayList<>();
    final List<List<String>> prepared = new CopyOnWriteArrayList<>();
    final List<String> performedPrepared = new CopyOnWriteArrayList<>();
    boolean cannotPrepare;
    Function<Command, Outcome> performing = command -> Outcome.accepted();
    Function<Command, Outcome> verifying = command -> Outcome.of(Outcome.State.VERIFIED, Map.of());
    Demand demand = Demand.on(Target.PROVIDER).calls(0, 1).forLockOut();
    Demand verifyDemand = Demand.on(Target.LOGINS).calls(1, 0).forLockOut();

    @Override
    public String step() {
        return STEP;
    }

    @Override
    public Demand demand() {
        return demand;
    }

    @Override
    public Optional<Demand> verifyDemand() {
        return Optional.of(verifyDemand);
    }

    @Override
    public Outcome perform(Command command) {
        asked.add("effect " + command.caseId());
        return performing.apply(command);
    }

    @Override
    public Function<Command, Outcome> prepare(List<Command> commands) {
        if (cannotPrepare) {
            throw new AssertionError("planted");
        }
        prepared.add(commands.stream().map(Command::caseId).toList());
        return command -> {
            performedPrepared.add(command.caseId());
            return perform(command);
        };
    }

    @Override
    public void accepted(Map<Command, Instant> since) {
        since.keySet().forEach(command -> asked.add("accepted " + command.caseId()));
    }

    @Override
    public Outcome verify(Command command) {
        asked.add("verify " + command.caseId());
        return verifying.apply(command);
    }

    @Override
    public void record(Command command, Outcome outcome) {
        recorded.add(outcome);
    }
}

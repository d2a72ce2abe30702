package org.mailboxremediation.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A handler that performs up to four commands at once; remembers which cases it performed together, and which alone. */
final class TogetherHandler implements EffectHandler {

    static final String STEP = "TOGETHER_STEP";

    final List<List<String>> together = new CopyOnWriteArrayList<>();
    final List<Command> alone = new CopyOnWriteArrayList<>();
    final List<String> recorded = new ArrayList<>();
    Function<Command, Outcome> performing = command -> Outcome.of(Outcome.State.VERIFIED, Map.of());
    Function<List<Command>, Map<String, Outcome>> performingTogether = this::each;
    String unrecorded = "";
    Demand demand = Demand.on(Target.MAIL);

    private final Duration gather;

    TogetherHandler() {
        this(Duration.ZERO);
    }

    TogetherHandler(Duration gather) {
        this.gather = gather;
    }

    @Override
    public String step() {
        return STEP;
    }

    @Override
    public Demand demand() {
        return demand;
    }

    @Override
    public int together() {
        return 4;
    }

    @Override
    public Duration gather() {
        return gather;
    }

    @Override
    public Outcome perform(Command command) {
        alone.add(command);
        return performing.apply(command);
    }

    @Override
    public Map<String, Outcome> performTogether(List<Command> commands) {
        together.add(commands.stream().map(Command::caseId).toList());
        return performingTogether.apply(commands);
    }

    @Override
    public synchronized void record(Command command, Outcome outcome) {
        if (command.caseId().equals(unrecorded)) {
            throw new IllegalStateException();
        }
        recorded.add(command.caseId());
    }

    /** What each comes to by itself. */
    Map<String, Outcome> each(List<Command> commands) {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        commands.forEach(command -> outcomes.put(command.id(), performing.apply(command)));
        return outcomes;
    }
}

package org.mailboxremediation.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Performs as told, and remembers what it was asked. */
final class RecordingHandler implements EffectHandler {

    static final String STEP = "TEST_STEP";

    final List<Command> performed = new ArrayList<>();
    final List<Outcome> recorded = new ArrayList<>();
    Function<Command, Outcome> performing = command -> Outcome.of(Outcome.State.VERIFIED, Map.of("by", "test"));
    Runnable recording = () -> {};

    private final Target target;

    RecordingHandler() {
        this(Target.PROVIDER);
    }

    RecordingHandler(Target target) {
        this.target = target;
    }

    @Override
    public Demand demand() {
        return Demand.on(target);
    }

    @Override
    public String step() {
        return STEP;
    }

    @Override
    public Outcome perform(Command command) {
        performed.add(command);
        return performing.apply(command);
    }

    @Override
    public void record(Command command, Outcome outcome) {
        recorded.add(outcome);
        recording.run();
    }
}

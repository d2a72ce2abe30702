package org.mailboxremediation.notice;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.mailboxremediation.outbox.Command;
import org.mailboxremediation.outbox.Demand;
import org.mailboxremediation.outbox.EffectHandler;
import org.mailboxremediation.outbox.Outcome;

/** Serves one step whose recipients get one letter about all cases that are due; a case by itself is the other handler's. */
final class DigestHandler implements EffectHandler {

    /** A letter that a person can still read. */
    private static final int CASES_A_LETTER = 200;
    /** In a burst cases come one after the other; nobody reads mail sooner than this. */
    private static final Duration GATHER = Duration.ofSeconds(2);

    private final Alert alert;
    private final AlertHandler alone;
    private final DigestDelivery digests;

    DigestHandler(Alert alert, AlertDelivery delivery, DigestDelivery digests) {
        this.alert = alert;
        this.alone = new AlertHandler(alert, delivery);
        this.digests = digests;
    }

    @Override
    public String step() {
        return alone.step();
    }

    @Override
    public Demand demand() {
        return alone.demand();
    }

    @Override
    public int together() {
        return CASES_A_LETTER;
    }

    @Override
    public Duration gather() {
        return GATHER;
    }

    @Override
    public Outcome perform(Command command) {
        return alone.perform(command);
    }

    @Override
    public Map<String, Outcome> performTogether(List<Command> commands) {
        return digests.perform(commands, alert.kind());
    }

    @Override
    public void record(Command command, Outcome outcome) {
        alone.record(command, outcome);
    }
}

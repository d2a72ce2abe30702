package org.mailboxremediation.notice;

import org.mailboxremediation.outbox.Command;
import org.mailboxremediation.outbox.Demand;
import org.mailboxremediation.outbox.EffectHandler;
import org.mailboxremediation.outbox.Outcome;
import org.mailboxremediation.outbox.Target;

/** Serves one step that sends the notices of one kind. */
final class AlertHandler implements EffectHandler {

    private final Alert alert;
    private final AlertDelivery delivery;

    AlertHandler(Alert alert, AlertDelivery delivery) {
        this.alert = alert;
        this.delivery = delivery;
    }

    @Override
    public String step() {
        return alert.step();
    }

    @Override
    public Demand demand() {
        // Colleagues must not hear before it is known where the mailbox forwards to; the others must not wait for it.
        Demand mail = Demand.on(Target.MAIL);
        return alert == Alert.ALERT_COLLEAGUES ? mail.calls(2, 0) : mail;
    }

    @Override
    public Outcome perform(Command command) {
        return delivery.perform(command.caseId(), alert.kind());
    }

    /** Each notice was settled when it was sent; only what never could be sent is left. */
    @Override
    public void record(Command command, Outcome outcome) {
        if (outcome.state() == Outcome.State.NEEDS_PERSON) {
            delivery.giveUp(command.caseId(), alert.kind());
        }
    }
}

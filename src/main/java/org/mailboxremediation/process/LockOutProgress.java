package org.mailboxremediation.process;

import java.util.Optional;
import org.mailboxremediation.credential.PasswordChange;
import org.mailboxremediation.credential.PasswordChanges;
import org.mailboxremediation.credential.Verification;
import org.mailboxremediation.outbox.Entry;
import org.mailboxremediation.outbox.Forecast;
import org.mailboxremediation.outbox.Forecasts;
import org.mailboxremediation.outbox.Outbox;
import org.mailboxremediation.process.LockOutStatus.State;
import org.springframework.stereotype.Component;

/** Tells how far a case's lock-out has come, and when it is to be expected. */
@Component
public final class LockOutProgress {

    private final PasswordChanges changes;
    private final Outbox outbox;
    private final Forecasts forecasts;

    LockOutProgress(PasswordChanges changes, Outbox outbox, Forecasts forecasts) {
        this.changes = changes;
        this.outbox = outbox;
        this.forecasts = forecasts;
    }

    /** The newest change's; empty while none was asked for. */
    public Optional<LockOutStatus> of(String incidentId) {
        return changes.newest(incidentId).map(this::status);
    }

    /** What a person attested stands above what the command has come to. */
    private LockOutStatus status(PasswordChange change) {
        Optional<Entry> command = outbox.findByKey(change.incidentId(), Step.CHANGE_PASSWORD.name(), change.epoch());
        boolean done = change.verification() == Verification.VERIFIED;
        Optional<Forecast> forecast = done ? Optional.empty() : command.flatMap(forecasts::of);
        return new LockOutStatus(
                done
                        ? State.VERIFIED
                        : command.map(entry -> state(change, entry)).orElseGet(() -> stated(change)),
                forecast.map(Forecast::position).orElse(null),
                command.map(Entry::acceptedAt).orElse(null),
                forecast.map(Forecast::expectedAt).orElse(null));
    }

    private static State state(PasswordChange change, Entry command) {
        return switch (command.state()) {
            case NEEDS_PERSON -> State.NEEDS_PERSON;
            case PLANNED -> State.PENDING;
            case SENT -> command.acceptedAt() == null ? State.PENDING : State.ACCEPTED;
            case VERIFIED, REFUTED, UNVERIFIABLE -> stated(change);
        };
    }

    private static State stated(PasswordChange change) {
        return State.valueOf(change.verification().name());
    }
}

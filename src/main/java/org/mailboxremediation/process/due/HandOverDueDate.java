package org.mailboxremediation.process.due;

import java.time.Duration;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.mailboxremediation.credential.SealedCredential;
import org.mailboxremediation.process.HandOvers;
import org.springframework.stereotype.Component;

/** When a hand-over expires: with the sealed password, or after a day where a person set it. */
@Component
public final class HandOverDueDate {

    private final HandOvers handOvers;

    HandOverDueDate(HandOvers handOvers) {
        this.handOvers = handOvers;
    }

    public Date of(DelegateExecution execution) {
        return handOvers
                .newest(execution.getProcessBusinessKey())
                .map(SealedCredential::expiresAt)
                .map(Date::from)
                .orElseGet(
                        () -> Date.from(ClockUtil.getCurrentTime().toInstant().plus(Duration.ofDays(1))));
    }
}

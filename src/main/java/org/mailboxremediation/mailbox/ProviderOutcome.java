package org.mailboxremediation.mailbox;

import java.util.Map;
import org.mailboxremediation.outbox.Outcome;

/** What a provider's failure means for the command that met it. */
public final class ProviderOutcome {

    /** Why a person is called at once where there is no API. */
    static final String BY_HAND = "BY_HAND";

    private ProviderOutcome() {}

    /** A passing failure is tried again; with the others a person is called, and {@code why} tells for what. */
    public static Outcome of(ProviderFailure failure) {
        if (failure instanceof ProviderFailure.Unavailable passing) {
            return passing.isBudget()
                    ? Outcome.waitForBudget(passing.retryAfter())
                    : Outcome.retry(passing.retryAfter(), "UNAVAILABLE");
        }
        if (failure instanceof ProviderFailure.ByHand) {
            return needsPerson(BY_HAND);
        }
        if (failure instanceof ProviderFailure.UnknownMailbox) {
            return needsPerson("UNKNOWN_MAILBOX");
        }
        return needsPerson(failure instanceof ProviderFailure.CredentialsRefused ? "CREDENTIALS_REFUSED" : "REJECTED");
    }

    static Outcome needsPerson(String why) {
        return Outcome.of(Outcome.State.NEEDS_PERSON, Map.of("why", why));
    }
}

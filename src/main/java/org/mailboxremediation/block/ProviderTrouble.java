package org.mailboxremediation.block;

import java.util.Map;
import org.mailboxremediation.mailbox.ProviderFailure;
import org.mailboxremediation.outbox.Outcome;

/** What a provider's failure means for a command. */
final class ProviderTrouble {

    private ProviderTrouble() {}

    static Outcome outcome(ProviderFailure failure) {
        if (failure instanceof ProviderFailure.Unavailable unavailable) {
            String why = unavailable.isBudget() ? "budget" : "The provider gave no answer.";
            return Outcome.retry(unavailable.retryAfter(), why);
        }
        return Outcome.of(Outcome.State.NEEDS_PERSON, Map.of("why", why(failure)));
    }

    private static String why(ProviderFailure failure) {
        if (failure instanceof ProviderFailure.CredentialsRefused) {
            return "CREDENTIALS_REFUSED";
        }
        if (failure instanceof ProviderFailure.ByHand) {
            return "BY_HAND";
        }
        return failure instanceof ProviderFailure.UnknownMailbox ? "UNKNOWN_MAILBOX" : "REJECTED";
    }
}

package org.mailboxremediation.api;

import java.util.List;
import org.mailboxremediation.restore.Refusal;
import org.mailboxremediation.restore.RestoreDecision;

/**
 * Whether access may come back.
 *
 * @param reasons what speaks against it and what to do next, a sentence or two each
 * @param refusals the same as codes
 */
record RestoreDecisionView(boolean allowed, List<String> reasons, List<Refusal> refusals) {

    static RestoreDecisionView of(RestoreDecision decision) {
        return new RestoreDecisionView(decision.allowed(), decision.reasons(), decision.refusals());
    }
}

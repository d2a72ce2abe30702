package org.mailboxremediation.restore;

import java.util.List;

/**
 * Whether access may come back.
 *
 * @param reasons what is missing and what to do next, a sentence or two for each refusal; empty if allowed
 * @param refusals the conditions that do not hold; empty if allowed
 */
public record RestoreDecision(boolean allowed, List<String> reasons, List<Refusal> refusals) {

    public RestoreDecision {
        reasons = List.copyOf(reasons);
        refusals = List.copyOf(refusals);
        if (allowed != refusals.isEmpty() || allowed != reasons.isEmpty()) {
            throw new IllegalArgumentException("access is allowed exactly if nothing speaks against it");
        }
    }
}

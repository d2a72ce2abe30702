package org.mailboxremediation.restore;

import org.springframework.stereotype.Component;

/** Asked wherever access could come back: by the model's gateway, by the restoring action, and by the reveal. */
@Component
public final class RestoreGuard {

    private final CaseFactsReader reader;

    RestoreGuard(CaseFactsReader reader) {
        this.reader = reader;
    }

    /**
     * Whether access may come back now, by the stored facts alone.
     *
     * @throws java.util.NoSuchElementException if there is no such case
     */
    public RestoreDecision decide(String incidentId) {
        return RestoreRules.decide(reader.of(incidentId));
    }
}

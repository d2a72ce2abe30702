package org.mailboxremediation.process;

import org.mailboxremediation.restore.CaseFacts;
import org.mailboxremediation.restore.CaseFactsReader;
import org.mailboxremediation.restore.RestoreRules;
import org.springframework.stereotype.Component;

/** Whether the newest password change is known to have locked the attacker out, by the guard's own rule (promise P4). */
@Component
public final class LockOutProof {

    private final CaseFactsReader reader;

    LockOutProof(CaseFactsReader reader) {
        this.reader = reader;
    }

    /** Whether it was verified by the machine, or attested by a person where that counts. */
    public boolean proved(String incidentId) {
        CaseFacts facts = reader.of(incidentId);
        return facts.newestChange()
                .filter(change -> RestoreRules.lockOutProved(change, facts))
                .isPresent();
    }
}

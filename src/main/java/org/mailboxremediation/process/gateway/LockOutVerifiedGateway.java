package org.mailboxremediation.process.gateway;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.mailboxremediation.process.LockOutProof;
import org.springframework.stereotype.Component;

/** Was the lock-out verified, or attested by a named person? */
@Component
public final class LockOutVerifiedGateway {

    private final LockOutProof proof;

    LockOutVerifiedGateway(LockOutProof proof) {
        this.proof = proof;
    }

    /** Whether the newest change is proved. */
    public boolean yes(DelegateExecution execution) {
        return proof.proved(execution.getProcessBusinessKey());
    }
}

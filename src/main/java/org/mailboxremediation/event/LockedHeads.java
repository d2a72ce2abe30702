package org.mailboxremediation.event;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The ends of the chains that one transaction has locked: nobody else can move them while it runs. */
final class LockedHeads implements TransactionSynchronization {

    private final Map<String, ChainHeads.Head> heads = new HashMap<>();

    private LockedHeads() {}

    /** Those of the transaction that runs. */
    static LockedHeads ofTransaction() {
        for (TransactionSynchronization known : TransactionSynchronizationManager.getSynchronizations()) {
            if (known instanceof LockedHeads mine) {
                return mine;
            }
        }
        LockedHeads fresh = new LockedHeads();
        TransactionSynchronizationManager.registerSynchronization(fresh);
        return fresh;
    }

    Optional<ChainHeads.Head> find(String caseId) {
        return Optional.ofNullable(heads.get(caseId));
    }

    void keep(String caseId, ChainHeads.Head head) {
        heads.put(caseId, head);
    }

    /** What was appended behind the savepoint is gone, and perhaps the lock too. */
    @Override
    public void savepointRollback(Object savepoint) {
        heads.clear();
    }

    /** From here on the lock is given back. */
    @Override
    public void beforeCompletion() {
        heads.clear();
    }
}

package org.mailboxremediation.summary;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What one transaction changes in the summaries: written once, at its end. */
final class SummaryChanges implements TransactionSynchronization {

    private final Object key;
    private final SummaryTable table;
    private final Set<String> changed = new HashSet<>();
    private final Map<String, String> reported = new HashMap<>();
    private final Map<String, Set<String>> worked = new HashMap<>();

    SummaryChanges(Object key, SummaryTable table) {
        this.key = key;
        this.table = table;
    }

    void changed(String caseId) {
        changed.add(caseId);
    }

    void reported(String caseId, String mailbox) {
        reported.put(caseId, mailbox);
    }

    void worked(String caseId, String actor) {
        worked.computeIfAbsent(caseId, id -> new HashSet<>()).add(actor);
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        if (!changed.isEmpty()) {
            table.refresh(changed);
        }
        table.index(reported);
        table.work(worked);
    }

    @Override
    public void resume() {
        TransactionSynchronizationManager.bindResource(key, this);
    }

    @Override
    public void suspend() {
        TransactionSynchronizationManager.unbindResource(key);
    }

    @Override
    public void afterCompletion(int status) {
        suspend();
    }
}

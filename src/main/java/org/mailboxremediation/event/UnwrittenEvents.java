package org.mailboxremediation.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What a transaction has appended and not written yet. It is written at once: before the transaction commits, and before
 * its chains are read.
 */
@Component
final class UnwrittenEvents {

    /** Of all instances, for a transaction has one chain a case whoever appends to it. */
    private static final Object KEY = new Object();

    private final EventTable table;
    private final ChainHeads heads;

    UnwrittenEvents(EventTable table, ChainHeads heads) {
        this.table = table;
        this.heads = heads;
    }

    /** To be written with the transaction that runs. */
    void add(CaseEvent event) {
        Pending pending = ofTransaction();
        pending.events.add(event);
        if (pending.committing) {
            write(pending);
        }
    }

    /** Writes what the transaction that runs has appended so far. */
    void write() {
        if (TransactionSynchronizationManager.getResource(KEY) instanceof Pending pending) {
            write(pending);
        }
    }

    private void write(Pending pending) {
        List<CaseEvent> events = List.copyOf(pending.events);
        pending.events.clear();
        if (!events.isEmpty()) {
            table.insert(events);
            Map<String, ChainHeads.Head> ends = new LinkedHashMap<>();
            events.forEach(event -> ends.put(event.caseId(), ChainHeads.Head.of(event)));
            heads.write(ends);
        }
    }

    private Pending ofTransaction() {
        if (TransactionSynchronizationManager.getResource(KEY) instanceof Pending known) {
            return known;
        }
        Pending fresh = new Pending();
        fresh.resume();
        TransactionSynchronizationManager.registerSynchronization(fresh);
        return fresh;
    }

    private final class Pending implements TransactionSynchronization {

        private final List<CaseEvent> events = new ArrayList<>();
        private final Map<Object, List<CaseEvent>> savepoints = new HashMap<>();
        /** Who appends from now on comes behind those whose turn before the commit is over. */
        private boolean committing;

        @Override
        public void beforeCommit(boolean readOnly) {
            committing = true;
            write(this);
        }

        @Override
        public void savepoint(Object savepoint) {
            savepoints.put(savepoint, List.copyOf(events));
        }

        /** What was unwritten then is so again, whether it was written since or not: the ends of its chains are known. */
        @Override
        public void savepointRollback(Object savepoint) {
            events.clear();
            events.addAll(savepoints.getOrDefault(savepoint, List.of()));
            events.forEach(heads::advance);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(KEY, this);
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(KEY);
        }

        @Override
        public void afterCompletion(int status) {
            suspend();
        }
    }
}

package org.mailboxremediation.event;

import java.util.HashMap;
import java.util.Map;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What a transaction knows, mostly of each case while it holds the case's lock, so that it need not be read again. Gone when the
 * transaction ends, and when a savepoint of it is rolled back: then what was written, and perhaps the lock, is gone too.
 *
 * @param <V> what is known
 */
public final class TransactionMemory<V> {

    /** What the transaction that runs knows, by case; kept until it ends. Nothing is kept where none runs. */
    public Map<String, V> ofTransaction() {
        Object known = TransactionSynchronizationManager.getResource(this);
        if (known instanceof Memory<?>) {
            @SuppressWarnings("unchecked")
            Memory<V> mine = (Memory<V>) known;
            return mine.byCase;
        }
        return TransactionSynchronizationManager.isSynchronizationActive() ? begun() : new HashMap<>();
    }

    private Map<String, V> begun() {
        Memory<V> fresh = new Memory<>(this);
        fresh.resume();
        TransactionSynchronizationManager.registerSynchronization(fresh);
        return fresh.byCase;
    }

    private static final class Memory<V> implements TransactionSynchronization {

        private final TransactionMemory<V> key;
        private final Map<String, V> byCase = new HashMap<>();

        Memory(TransactionMemory<V> key) {
            this.key = key;
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
        public void savepointRollback(Object savepoint) {
            byCase.clear();
        }

        /** From here on the lock is given back. */
        @Override
        public void beforeCompletion() {
            byCase.clear();
        }

        @Override
        public void afterCompletion(int status) {
            suspend();
        }
    }
}

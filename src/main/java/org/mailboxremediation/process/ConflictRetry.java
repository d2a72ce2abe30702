package org.mailboxremediation.process;

import java.util.Objects;
import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Repeats work that lost a race for a process or a row. Facts come in while the procedure runs, and none may be refused
 * because a branch moved at the same moment.
 */
@Component
public final class ConflictRetry {

    private static final int ATTEMPTS = 5;

    private final TransactionTemplate transaction;

    ConflictRetry(TransactionTemplate transaction) {
        this.transaction = transaction;
    }

    /** Does the work in a transaction, up to five times in all; what it wrote before a conflict is rolled back. */
    public <T> T inTransaction(Supplier<T> work) {
        return repeat(() -> Objects.requireNonNull(transaction.execute(status -> work.get())));
    }

    /** Does work that opens its own transactions and is safe to repeat, up to five times in all. */
    public <T> T repeat(Supplier<T> work) {
        for (int left = ATTEMPTS; ; left--) {
            try {
                return work.get();
            } catch (OptimisticLockingException | ConcurrencyFailureException lost) {
                // Whoever was faster has committed: the next attempt sees it.
                if (left == 1) {
                    throw lost;
                }
            }
        }
    }
}

package org.mailboxremediation.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class ConflictRetryTest {

    private final ConflictRetry conflicts =
            new ConflictRetry(new TransactionTemplate(mock(PlatformTransactionManager.class)));
    private final AtomicInteger attempts = new AtomicInteger();

    @Test
    void workThatLostARaceIsDoneAgain() {
        assertThat(conflicts.inTransaction(() -> lose(3))).isEqualTo("done");
        assertThat(attempts).hasValue(4);
    }

    @Test
    void workThatAlwaysLosesFailsInTheEnd() {
        assertThatThrownBy(() -> conflicts.repeat(() -> lose(100))).isInstanceOf(OptimisticLockingException.class);
        assertThat(attempts).hasValue(5);
    }

    @Test
    void anyOtherFailureIsNoConflict() {
        assertThatThrownBy(() -> conflicts.repeat(() -> {
                    attempts.incrementAndGet();
                    throw new IllegalStateException("broken");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(attempts).hasValue(1);
    }

    private String lose(int times) {
        if (attempts.incrementAndGet() <= times) {
            throw new OptimisticLockingException("lost");
        }
        return "done";
    }
}

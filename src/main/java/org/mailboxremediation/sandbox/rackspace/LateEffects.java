package org.mailboxremediation.sandbox.rackspace;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.mailboxremediation.sandbox.SandboxComponent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Effects that were answered as done and are not yet: some wait for a time, some for reads of their mailbox. */
@SandboxComponent
final class LateEffects {

    private static final Logger LOG = LoggerFactory.getLogger(LateEffects.class);

    private final Effects effects;
    private final List<Waiting> waiting = new CopyOnWriteArrayList<>();

    LateEffects(Effects effects) {
        this.effects = effects;
    }

    void after(Duration time, Received received) {
        CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> apply(received));
    }

    void afterReads(int reads, Received received) {
        waiting.add(new Waiting(received, new AtomicInteger(reads)));
    }

    /** Counts a read of this mailbox: what has waited for it takes effect before the read is answered. */
    void read(String target) {
        List<Waiting> due = waiting.stream()
                .filter(late -> late.received().name().target().equals(target))
                .filter(late -> late.reads().decrementAndGet() == 0)
                .toList();
        waiting.removeAll(due);
        due.forEach(late -> apply(late.received()));
    }

    private void apply(Received received) {
        try {
            effects.of(received);
        } catch (Fault refused) {
            LOG.debug("A late effect was refused with {}", refused.status());
        }
    }

    private record Waiting(Received received, AtomicInteger reads) {}
}

package org.mailboxremediation.outbox;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the queue is worked.
 *
 * @param enabled whether threads are started; tests drain the queue themselves
 * @param workers how many commands are performed at once, for each target
 * @param claimFor how long a worker that shows no sign of life has a command for itself
 * @param poll how often the queue is looked at when nothing rang
 * @param personAfter how long a command may keep failing before a person is called; waiting for budget never counts
 * @param targets what differs for one target
 */
@ConfigurationProperties("remediation.outbox")
public record OutboxProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("8") int workers,
        @DefaultValue("10s") Duration claimFor,
        @DefaultValue("500ms") Duration poll,
        @DefaultValue("15m") Duration personAfter,
        @DefaultValue Map<Target, TargetProperties> targets) {

    /**
     * What differs for one target.
     *
     * @param workers how many commands are performed at once
     */
    public record TargetProperties(int workers) {

        public TargetProperties {
            checkWorkers(workers);
        }
    }

    public OutboxProperties {
        checkWorkers(workers);
        targets = Map.copyOf(targets);
        if (claimFor.toMillis() < 1 || poll.toMillis() < 1 || personAfter.isNegative()) {
            throw new IllegalArgumentException("remediation.outbox: claim-for and poll must be at least a millisecond");
        }
    }

    /** How many commands of the target are performed at once. */
    int workersOf(Target target) {
        TargetProperties own = targets.get(target);
        return own == null ? workers : own.workers();
    }

    private static void checkWorkers(int workers) {
        if (workers < 1 || workers > 200) {
            throw new IllegalArgumentException("remediation.outbox: workers must be 1 to 200");
        }
    }
}

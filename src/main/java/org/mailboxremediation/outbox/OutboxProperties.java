package org.mailboxremediation.outbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the queue is worked.
 *
 * @param enabled whether threads are started; tests drain the queue themselves
 * @param workers how many commands are performed at once
 * @param claimFor how long a worker has a command for itself; longer than any handler takes
 * @param poll how often the queue is looked at when nothing rang
 * @param personAfter how long a command may keep failing before a person is called; waiting for budget never counts
 */
@ConfigurationProperties("remediation.outbox")
public record OutboxProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("8") int workers,
        @DefaultValue("60s") Duration claimFor,
        @DefaultValue("500ms") Duration poll,
        @DefaultValue("15m") Duration personAfter) {

    public OutboxProperties {
        if (workers < 1 || workers > 200) {
            throw new IllegalArgumentException("remediation.outbox.workers must be 1 to 200");
        }
        if (claimFor.toMillis() < 1 || poll.toMillis() < 1 || personAfter.isNegative()) {
            throw new IllegalArgumentException("remediation.outbox: claim-for and poll must be at least a millisecond");
        }
    }
}

package org.mailboxremediation.notice;

import java.time.Duration;
import java.util.List;
import org.mailboxremediation.incident.MailboxAddress;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * To whom checkpoints are mailed.
 *
 * @param checkpointMailTo addresses of auditors; none for no mail
 * @param checkpointMailEvery how often at most; what was signed since the last mail goes in one
 */
@ConfigurationProperties("remediation.event")
record CheckpointMailProperties(
        @DefaultValue List<String> checkpointMailTo,
        @DefaultValue("24h") Duration checkpointMailEvery) {

    CheckpointMailProperties {
        checkpointMailTo.forEach(MailboxAddress::parse);
        checkpointMailTo = List.copyOf(checkpointMailTo);
        if (checkpointMailEvery.isNegative() || checkpointMailEvery.isZero()) {
            throw new IllegalArgumentException("remediation.event.checkpoint-mail-every must be positive");
        }
    }
}

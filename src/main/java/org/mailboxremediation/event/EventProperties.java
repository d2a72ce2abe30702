package org.mailboxremediation.event;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How chains are proved to others.
 *
 * @param signingKey base64 of 32 random bytes, from the environment; the sandbox makes its own
 * @param checkpointEvery how often the ends of the chains that grew are signed
 * @param checkpointFile where each checkpoint is also written, out of the database's reach; empty for nowhere
 */
@ConfigurationProperties("remediation.event")
record EventProperties(
        @Nullable String signingKey,
        @DefaultValue("10m") Duration checkpointEvery,

        @DefaultValue("${remediation.data-dir:./data}/checkpoints.jsonl")
        String checkpointFile) {

    EventProperties {
        if (checkpointEvery.isNegative() || checkpointEvery.isZero()) {
            throw new IllegalArgumentException("remediation.event.checkpoint-every must be positive");
        }
    }

    @Override
    public String toString() {
        return "EventProperties[checkpointEvery=" + checkpointEvery + ", checkpointFile=" + checkpointFile + "]";
    }
}

package org.mailboxremediation.notice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One recipient who must hear of a case.
 *
 * @param id random
 * @param incidentId the case
 * @param recipient a mail address; for an owner's notice, the confirmed contact
 * @param kind why the recipient hears of it
 * @param channel how
 * @param status how far it has come
 * @param reason why it was withheld or failed, a fixed sentence; null otherwise
 * @param queuedAt when it was owed
 * @param settledAt when its status became final for the machine; null while queued
 */
public record Notice(
        String id,
        String incidentId,
        String recipient,
        NoticeKind kind,
        Channel channel,
        NoticeStatus status,
        @Nullable String reason,
        Instant queuedAt,
        @Nullable Instant settledAt) {

    /** The notice as it is settled. */
    Notice settled(Channel by, NoticeStatus now, @Nullable String why, Instant at) {
        return new Notice(id, incidentId, recipient, kind, by, now, why, queuedAt, at);
    }

    /** Whether the recipient has the message, as far as anybody can tell. */
    public boolean reached() {
        return status == NoticeStatus.SENT || status == NoticeStatus.ACKNOWLEDGED;
    }
}

package org.mailboxremediation.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.notice.Channel;
import org.mailboxremediation.notice.Notice;
import org.mailboxremediation.notice.NoticeKind;
import org.mailboxremediation.notice.NoticeStatus;

/**
 * One recipient who must hear of a case.
 *
 * @param reason why it was withheld or failed; null otherwise
 */
record NoticeView(
        String id,
        String recipient,
        NoticeKind kind,
        Channel channel,
        NoticeStatus status,
        @Nullable String reason,
        Instant queuedAt,
        @Nullable Instant settledAt) {

    static NoticeView of(Notice notice) {
        return new NoticeView(
                notice.id(),
                notice.recipient(),
                notice.kind(),
                notice.channel(),
                notice.status(),
                notice.reason(),
                notice.queuedAt(),
                notice.settledAt());
    }
}

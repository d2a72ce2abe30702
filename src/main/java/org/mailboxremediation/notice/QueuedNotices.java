package org.mailboxremediation.notice;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.mailboxremediation.outbox.Outcome;
import org.springframework.stereotype.Component;

/** What is queued of one kind in a case, and what sending it came to. */
@Component
final class QueuedNotices {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final NoticeLog log;

    QueuedNotices(NoticeLog log) {
        this.log = log;
    }

    List<Notice> of(String incidentId, NoticeKind kind) {
        return log.of(incidentId).stream()
                .filter(notice -> notice.kind() == kind && notice.status() == NoticeStatus.QUEUED)
                .toList();
    }

    /** The step's outcome once each was settled, or postponed. */
    Outcome outcome(String incidentId, NoticeKind kind, boolean postponed) {
        if (postponed) {
            return Outcome.retry(PAUSE, "The mail server cannot be reached, or asks to try again later.");
        }
        boolean failed = log.of(incidentId).stream()
                .anyMatch(notice -> notice.kind() == kind && notice.status() == NoticeStatus.FAILED);
        return failed
                ? Outcome.of(Outcome.State.NEEDS_PERSON, Map.of("why", "REFUSED_RECIPIENT"))
                : Outcome.of(Outcome.State.VERIFIED, Map.of("accepted", "smtp"));
    }
}

package org.mailboxremediation.notice;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mailboxremediation.outbox.Outcome;
import org.springframework.stereotype.Component;

/** What is queued of one kind in a case, and what sending it came to. */
@Component
final class QueuedNotices {

    private static final Outcome POSTPONED =
            Outcome.retry(Duration.ofSeconds(5), "The mail server cannot be reached, or asks to try again later.");

    private final NoticeLog log;

    QueuedNotices(NoticeLog log) {
        this.log = log;
    }

    List<Notice> of(String incidentId, NoticeKind kind) {
        return of(List.of(incidentId), kind).getOrDefault(incidentId, List.of());
    }

    /** By case; those that have none are left out. */
    Map<String, List<Notice>> of(Collection<String> incidentIds, NoticeKind kind) {
        return log.of(incidentIds).stream()
                .filter(notice -> notice.kind() == kind && notice.status() == NoticeStatus.QUEUED)
                .collect(Collectors.groupingBy(Notice::incidentId));
    }

    /** The step's outcome once each was settled, or postponed. */
    Outcome outcome(String incidentId, NoticeKind kind, boolean postponed) {
        return outcomes(List.of(incidentId), kind, postponed ? Set.of(incidentId) : Set.of())
                .getOrDefault(incidentId, POSTPONED);
    }

    /** The same for many cases, by case. */
    Map<String, Outcome> outcomes(Collection<String> incidentIds, NoticeKind kind, Set<String> postponed) {
        Set<String> failed = log.of(incidentIds).stream()
                .filter(notice -> notice.kind() == kind && notice.status() == NoticeStatus.FAILED)
                .map(Notice::incidentId)
                .collect(Collectors.toSet());
        return incidentIds.stream()
                .collect(Collectors.toMap(
                        id -> id, id -> postponed.contains(id) ? POSTPONED : sent(failed.contains(id))));
    }

    private static Outcome sent(boolean failed) {
        return failed
                ? Outcome.of(Outcome.State.NEEDS_PERSON, Map.of("why", "REFUSED_RECIPIENT"))
                : Outcome.of(Outcome.State.VERIFIED, Map.of("accepted", "smtp"));
    }
}

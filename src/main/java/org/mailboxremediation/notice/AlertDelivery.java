package org.mailboxremediation.notice;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.incident.Incident;
import org.mailboxremediation.incident.Incidents;
import org.mailboxremediation.mailbox.ProviderFailure;
import org.mailboxremediation.outbox.Outcome;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends what is queued of one kind in a case, each settled by itself, so that a repeat skips what is done. */
@Component
final class AlertDelivery {

    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final String REFUSED = "The mail server refused this recipient.";
    private static final String GAVE_UP = "It could not be sent in time.";

    private final Incidents incidents;
    private final NoticeLog log;
    private final OutOfBand outOfBand;
    private final LiveRoutes routes;
    private final Letters letters;
    private final Postman postman;
    private final TransactionTemplate transaction;

    AlertDelivery(
            Incidents incidents,
            NoticeLog log,
            OutOfBand outOfBand,
            LiveRoutes routes,
            Letters letters,
            Postman postman,
            TransactionTemplate transaction) {
        this.incidents = incidents;
        this.log = log;
        this.outOfBand = outOfBand;
        this.routes = routes;
        this.letters = letters;
        this.postman = postman;
        this.transaction = transaction;
    }

    Outcome perform(String incidentId, NoticeKind kind) {
        Incident incident = incidents.get(incidentId);
        List<Notice> queued = queued(incidentId, kind);
        Collection<String> read;
        try {
            read = routes.of(incident, queued);
        } catch (ProviderFailure.Unavailable unavailable) {
            if (kind == NoticeKind.COLLEAGUE) {
                String why = unavailable.isBudget() ? "budget" : "Where the mailbox forwards to is not known yet.";
                return Outcome.retry(unavailable.retryAfter(), why);
            }
            // Administrators must hear now; their contacts are checked against what is known.
            read = List.of();
        } catch (ProviderFailure unanswered) {
            read = List.of();
        }
        return sendAll(incident, kind, queued, read);
    }

    /** Keeps those that could not be sent until now as failed: from here on they are a person's. */
    void giveUp(String incidentId, NoticeKind kind) {
        queued(incidentId, kind).forEach(notice -> log.settle(notice, NoticeStatus.FAILED, GAVE_UP));
    }

    private Outcome sendAll(Incident incident, NoticeKind kind, List<Notice> queued, Collection<String> read) {
        boolean postponed = false;
        for (Notice notice : queued) {
            postponed |= isPostponed(incident, notice, read);
        }
        if (postponed) {
            return Outcome.retry(PAUSE, "The mail server cannot be reached, or asks to try again later.");
        }
        boolean failed = log.of(incident.id()).stream()
                .anyMatch(notice -> notice.kind() == kind && notice.status() == NoticeStatus.FAILED);
        return failed
                ? Outcome.of(Outcome.State.NEEDS_PERSON, Map.of("why", "REFUSED_RECIPIENT"))
                : Outcome.of(Outcome.State.VERIFIED, Map.of("accepted", "smtp"));
    }

    private boolean isPostponed(Incident incident, Notice notice, Collection<String> read) {
        String forbidden = outOfBand.forbids(incident, notice.recipient(), read).orElse(null);
        if (forbidden != null) {
            settle(notice, NoticeStatus.WITHHELD, forbidden);
            return false;
        }
        Delivery delivery = postman.deliver(notice, letters.write(notice.kind(), incident));
        switch (delivery) {
            case ACCEPTED -> settle(notice, NoticeStatus.SENT, null);
            case REFUSED -> settle(notice, NoticeStatus.FAILED, REFUSED);
            case POSTPONED -> {}
        }
        return delivery == Delivery.POSTPONED;
    }

    private void settle(Notice notice, NoticeStatus status, @Nullable String reason) {
        transaction.executeWithoutResult(tx -> log.settle(notice, status, reason));
    }

    private List<Notice> queued(String incidentId, NoticeKind kind) {
        return log.of(incidentId).stream()
                .filter(notice -> notice.kind() == kind && notice.status() == NoticeStatus.QUEUED)
                .toList();
    }
}

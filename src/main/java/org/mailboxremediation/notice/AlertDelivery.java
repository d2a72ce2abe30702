package org.mailboxremediation.notice;

import java.util.Collection;
import java.util.List;
import org.mailboxremediation.incident.Incident;
import org.mailboxremediation.incident.Incidents;
import org.mailboxremediation.mailbox.ProviderFailure;
import org.mailboxremediation.outbox.Outcome;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends what is queued of one kind in a case, each settled by itself, so that a repeat skips what is done. */
@Component
final class AlertDelivery {

    private static final String GAVE_UP = "It could not be sent in time.";

    private final Incidents incidents;
    private final NoticeLog log;
    private final QueuedNotices queued;
    private final OutOfBand outOfBand;
    private final LiveRoutes routes;
    private final Letters letters;
    private final Postman postman;
    private final TransactionTemplate transaction;

    AlertDelivery(
            Incidents incidents,
            NoticeLog log,
            QueuedNotices queued,
            OutOfBand outOfBand,
            LiveRoutes routes,
            Letters letters,
            Postman postman,
            TransactionTemplate transaction) {
        this.incidents = incidents;
        this.log = log;
        this.queued = queued;
        this.outOfBand = outOfBand;
        this.routes = routes;
        this.letters = letters;
        this.postman = postman;
        this.transaction = transaction;
    }

    Outcome perform(String incidentId, NoticeKind kind) {
        Incident incident = incidents.get(incidentId);
        List<Notice> notices = queued.of(incidentId, kind);
        Collection<String> read;
        try {
            read = routes.of(incident, notices);
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
        return sendAll(incident, kind, notices, read);
    }

    /** Keeps those that could not be sent until now as failed: from here on they are a person's. */
    void giveUp(String incidentId, NoticeKind kind) {
        queued.of(incidentId, kind).forEach(notice -> log.settle(notice, NoticeStatus.FAILED, GAVE_UP));
    }

    private Outcome sendAll(Incident incident, NoticeKind kind, List<Notice> notices, Collection<String> read) {
        boolean postponed = false;
        for (Notice notice : notices) {
            postponed |= isPostponed(incident, notice, read);
        }
        return queued.outcome(incident.id(), kind, postponed);
    }

    private boolean isPostponed(Incident incident, Notice notice, Collection<String> read) {
        String forbidden = outOfBand.forbids(incident, notice.recipient(), read).orElse(null);
        if (forbidden != null) {
            settle(Verdict.withheld(notice, forbidden));
            return false;
        }
        Delivery delivery = postman.deliver(notice, letters.write(notice.kind(), incident));
        switch (delivery) {
            case ACCEPTED -> settle(Verdict.sent(notice));
            case REFUSED -> settle(Verdict.refused(notice));
            case POSTPONED -> {}
        }
        return delivery == Delivery.POSTPONED;
    }

    private void settle(Verdict verdict) {
        transaction.executeWithoutResult(tx -> log.settle(verdict.notice(), verdict.status(), verdict.reason()));
    }
}

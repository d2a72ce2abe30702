package org.mailboxremediation.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.mailboxremediation.credential.SealedCredential;
import org.mailboxremediation.event.CaseEvent;
import org.mailboxremediation.event.EventChain;
import org.mailboxremediation.incident.Incidents;
import org.mailboxremediation.notice.Notices;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A reveal that failed, or was tried a second time, may mean that somebody else has the password: it is an event of its own,
 * and the security leads get a mail. What is only too early is kept as an event.
 */
@Component
final class RevealAlarm {

    /** The same person's same failure is told once in this time, however often it is tried. */
    static final Duration QUIET = Duration.ofMinutes(10);

    private static final String EVENT = "RevealFailed";
    /** Asked before it was time, or before the PIN was: an ordinary way to learn what is still needed. */
    private static final Set<String> TOO_EARLY =
            Set.of("GATE_SHUT", "NOT_OFFERED", "PIN_MISSING", "PIN_NOT_VALID", "PIN_OF_ONE_PERSON");

    private final EventChain events;
    private final Notices notices;
    private final Incidents incidents;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RevealAlarm(EventChain events, Notices notices, Incidents incidents, TransactionTemplate transaction, Clock clock) {
        this.events = events;
        this.notices = notices;
        this.incidents = incidents;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Keeps the failure and tells the leads, in a transaction of its own; event {@code RevealFailed}.
     *
     * @param reason a fixed code
     */
    void raise(SealedCredential credential, String actor, String reason) {
        transaction.executeWithoutResult(status -> {
            events.lock(credential.incidentId());
            if (toldLately(credential, actor, reason)) {
                return;
            }
            Map<String, String> payload = Map.of("credential", credential.id(), "reason", reason);
            events.append(credential.incidentId(), actor, EVENT, payload);
            if (!TOO_EARLY.contains(reason)) {
                notices.revealFailed(
                        incidents.get(credential.incidentId()), clock.instant().minus(QUIET));
            }
        });
    }

    private boolean toldLately(SealedCredential credential, String actor, String reason) {
        Instant since = clock.instant().minus(QUIET);
        return events.of(credential.incidentId()).stream()
                .filter(event -> event.type().equals(EVENT) && event.actor().equals(actor))
                .filter(event -> event.at().isAfter(since))
                .map(CaseEvent::payload)
                .anyMatch(told ->
                        reason.equals(told.get("reason")) && credential.id().equals(told.get("credential")));
    }
}

package org.mailboxremediation.notice;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mailboxremediation.event.CaseEvent;
import org.mailboxremediation.event.EventChain;
import org.mailboxremediation.incident.AttestationKind;
import org.mailboxremediation.incident.Attestations;
import org.mailboxremediation.incident.Incident;
import org.mailboxremediation.incident.MailboxAddress;
import org.mailboxremediation.outbox.Outbox;
import org.mailboxremediation.outbox.Outcome;
import org.mailboxremediation.outbox.Priority;
import org.springframework.stereotype.Component;

/** Who must hear of a case, and who has (article step 3). Methods that change something run in the caller's transaction. */
@Component
public final class Notices {

    private static final String NO_ADDRESS = "The confirmed contact is no mail address: tell the owner by hand.";

    private static final Outcome NOBODY_TO_MAIL = Outcome.of(Outcome.State.VERIFIED, Map.of("accepted", "nobody"));

    private final NoticeLog log;
    private final OutOfBand outOfBand;
    private final AdministratorContacts contacts;
    private final Attestations attestations;
    private final EventChain chain;
    private final Outbox outbox;

    Notices(
            NoticeLog log,
            OutOfBand outOfBand,
            AdministratorContacts contacts,
            Attestations attestations,
            EventChain chain,
            Outbox outbox) {
        this.log = log;
        this.outOfBand = outOfBand;
        this.contacts = contacts;
        this.attestations = attestations;
        this.chain = chain;
        this.outbox = outbox;
    }

    /**
     * Owes a notice to each administrator's contact and each colleague, and the commands {@code ALERT_ADMINISTRATORS}
     * and {@code ALERT_COLLEAGUES} that send them: epoch 1 the first time, the next one if recipients came later. Who is
     * forbidden by promise P6 is kept as withheld. Safe to repeat.
     */
    public void alert(Incident incident) {
        alertAdministrators(incident);
        alertColleagues(incident);
    }

    /** The part of {@link #alert} that concerns administrators. */
    public void alertAdministrators(Incident incident) {
        chain.lock(incident.id());
        if (contacts.areWeak() && isFirst(incident.id(), Alert.ALERT_ADMINISTRATORS)) {
            Map<String, Integer> payload = Map.of("contacts", contacts.all().size());
            chain.append(incident.id(), CaseEvent.SYSTEM, "AdministratorContactsWeak", payload);
        }
        owe(incident, Alert.ALERT_ADMINISTRATORS, contacts.all());
    }

    /** The part of {@link #alert} that concerns colleagues. */
    public void alertColleagues(Incident incident) {
        owe(incident, Alert.ALERT_COLLEAGUES, incident.colleagues());
    }

    /** Owes a notice to each security lead ({@code ALERT_SECURITY_LEADS}): for when no administrator can be reached. */
    public void alertSecurityLeads(Incident incident) {
        owe(incident, Alert.ALERT_SECURITY_LEADS, contacts.securityLeads());
    }

    /**
     * Owes a notice to the owner ({@code ALERT_OWNER}), at the contact that an administrator confirmed. It never holds a
     * password.
     *
     * @throws IllegalStateException if the contact in the case is not confirmed
     */
    public void ownerNotice(Incident incident) {
        String contact = Optional.ofNullable(incident.owner().contact())
                .filter(claimed -> isConfirmed(incident.id(), claimed))
                .orElseThrow(() -> new IllegalStateException("No administrator has confirmed the owner's contact."));
        owe(incident, Alert.ALERT_OWNER, List.of(contact));
    }

    /**
     * Owes an alarm that a reveal failed to each security lead, or to the administrators where no lead is named ({@code
     * ALERT_REVEAL_FAILED}). Who was owed one after {@code quietSince} gets no other.
     */
    public void revealFailed(Incident incident, Instant quietSince) {
        again(incident, Alert.ALERT_REVEAL_FAILED, contacts.alarmed(), quietSince);
    }

    /**
     * Owes a notice that a device of this ended case was found infected to each security lead, or to the administrators
     * where no lead is named ({@code ALERT_DEVICE_INFECTED}): whether the case is to be reopened is theirs to decide.
     */
    public void sharedDeviceInfected(Incident incident) {
        owe(incident, Alert.ALERT_DEVICE_INFECTED, contacts.alarmed());
    }

    /**
     * Owes a reminder that scans of the case are overdue to each administrator's contact ({@code ALERT_SCAN_OVERDUE}). Who
     * was owed one after {@code quietSince} gets no other.
     */
    public void scanOverdue(Incident incident, Instant quietSince) {
        again(incident, Alert.ALERT_SCAN_OVERDUE, contacts.all(), quietSince);
    }

    /**
     * Owes a notice that scans are still overdue to each security lead, or to the administrators where no lead is named
     * ({@code ALERT_SCAN_STILL_OVERDUE}). Who was owed one after {@code quietSince} gets no other.
     */
    public void scanStillOverdue(Incident incident, Instant quietSince) {
        again(incident, Alert.ALERT_SCAN_STILL_OVERDUE, contacts.alarmed(), quietSince);
    }

    /**
     * Owes the question whether blocks of the case are still wanted to each administrator's contact ({@code
     * ALERT_BLOCK_REVIEW}). Who was owed one after {@code quietSince} gets no other.
     */
    public void blockReview(Incident incident, Instant quietSince) {
        again(incident, Alert.ALERT_BLOCK_REVIEW, contacts.all(), quietSince);
    }

    /** The case's notices, oldest first. */
    public List<Notice> of(String incidentId) {
        return log.of(incidentId);
    }

    /** Keeps that the recipient confirmed the mail. */
    public void acknowledged(String noticeId, String actor) {
        Notice notice = log.get(noticeId);
        log.acknowledge(notice, notice.channel(), actor);
    }

    /** Keeps a person's word that the recipient was told another way. */
    public void alertedByHand(String noticeId, String actor) {
        Notice notice = log.get(noticeId);
        attestations.record(notice.incidentId(), AttestationKind.ALERTED_BY_HAND, noticeId, "alerted", null, actor);
        log.acknowledge(notice, Channel.BY_HAND, actor);
    }

    /**
     * Whether nobody of this kind is left for a person to tell: every colleague is reached; for the other kinds one
     * recipient is enough.
     */
    public boolean everyoneReached(String incidentId, NoticeKind kind) {
        List<Notice> ofKind = log.of(incidentId).stream()
                .filter(notice -> notice.kind() == kind)
                .toList();
        return kind == NoticeKind.COLLEAGUE
                ? ofKind.stream().allMatch(Notice::reached)
                : ofKind.stream().anyMatch(Notice::reached);
    }

    private void again(Incident incident, Alert alert, List<String> recipients, Instant quietSince) {
        log.forget(incident.id(), alert.kind(), quietSince);
        owe(incident, alert, recipients);
    }

    private void owe(Incident incident, Alert alert, List<String> recipients) {
        chain.lock(incident.id());
        int next = outbox.nextEpoch(incident.id(), alert.step());
        boolean added = false;
        boolean queued = false;
        Set<String> known = log.recipients(incident.id(), alert.kind());
        for (String recipient :
                recipients.stream().filter(r -> !known.contains(r)).distinct().toList()) {
            String withheld = withheld(incident, recipient).orElse(null);
            log.add(incident.id(), recipient, alert.kind(), withheld);
            added = true;
            queued |= withheld == null;
        }
        if (queued) {
            outbox.enqueue(incident.id(), alert.step(), next, Map.of(), Priority.NOTICE);
        } else if (next == 1 || added) {
            outbox.settled(incident.id(), alert.step(), next, NOBODY_TO_MAIL);
        }
    }

    private Optional<String> withheld(Incident incident, String recipient) {
        try {
            return outOfBand.forbids(incident, MailboxAddress.parse(recipient).asString());
        } catch (IllegalArgumentException noAddress) {
            return Optional.of(NO_ADDRESS);
        }
    }

    private boolean isFirst(String incidentId, Alert alert) {
        return outbox.findByKey(incidentId, alert.step(), 1).isEmpty();
    }

    private boolean isConfirmed(String incidentId, String contact) {
        return attestations.of(incidentId).stream()
                .filter(word -> word.kind() == AttestationKind.OWNER_CONTACT_CONFIRMED)
                .filter(word -> word.subject().equals(contact))
                .reduce((older, newer) -> newer)
                .filter(word -> !word.denies())
                .isPresent();
    }
}

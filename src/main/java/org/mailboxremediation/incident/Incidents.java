package org.mailboxremediation.incident;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mailboxremediation.event.EventChain;
import org.mailboxremediation.event.Sha256;
import org.springframework.stereotype.Component;

/**
 * The cases. Each mailbox has at most one that is open. Methods that change a case run in the caller's transaction and
 * leave an event in the case's chain, unless they say otherwise.
 */
@Component
public final class Incidents {

    /** The type of a case's first event. */
    static final String REPORTED = "IncidentReported";

    private final IncidentReader reader;
    private final IncidentWriter writer;
    private final ReportMerge merging;
    private final EventChain events;
    private final Clock clock;

    Incidents(IncidentReader reader, IncidentWriter writer, ReportMerge merging, EventChain events, Clock clock) {
        this.reader = reader;
        this.writer = writer;
        this.merging = merging;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Opens a case; event {@code IncidentReported}.
     *
     * @throws IncidentAlreadyOpen if the mailbox has an open one; the transaction must then roll back
     */
    public Incident open(Report report, Triage triage, AccessBefore accessBefore) {
        String id = UUID.randomUUID().toString();
        writer.insert(id, report, triage, accessBefore, Times.now(clock));
        Incident opened = get(id);
        Map<String, Object> payload = ReportMerge.content(report);
        payload.putAll(content(opened));
        events.append(id, report.reporter().userId(), REPORTED, payload);
        return opened;
    }

    /** The case with this id. */
    public Optional<Incident> find(String id) {
        return ReadIncidents.find(id, reader::findAll);
    }

    /**
     * The case with this id.
     *
     * @throws NoSuchElementException if there is none
     */
    public Incident get(String id) {
        return find(id).orElseThrow(Incidents::unknown);
    }

    /**
     * These cases, by their ids.
     *
     * @throws NoSuchElementException if one is none
     */
    public Map<String, Incident> getAll(Collection<String> ids) {
        Map<String, Incident> found =
                reader.findAll(ids).stream().collect(Collectors.toMap(Incident::id, Function.identity()));
        if (!found.keySet().containsAll(ids)) {
            throw unknown();
        }
        return found;
    }

    /** The mailbox's open case. */
    public Optional<Incident> findOpen(MailboxAddress mailbox) {
        return reader.findOpen(mailbox);
    }

    /** Whether any of these mailboxes has an open case. */
    public boolean anyOpen(Collection<MailboxAddress> mailboxes) {
        return OpenMailboxes.any(
                mailboxes.stream().map(MailboxAddress::asString).toList(), reader::anyOpen);
    }

    /** The mailbox's case that was reported last, open or closed. */
    public Optional<Incident> findNewest(MailboxAddress mailbox) {
        return reader.findNewest(mailbox);
    }

    /**
     * A page of cases, the newest first.
     *
     * @param page from 0
     * @param size how many at most
     */
    public List<Incident> list(IncidentFilter filter, int page, int size) {
        return reader.list(filter, page, size);
    }

    /** How many cases there are. */
    public long count(IncidentFilter filter) {
        return reader.count(filter);
    }

    /** When each symptom was first reported in this case. */
    public Map<Symptom, Instant> symptomTimes(String id) {
        return ReadIncidents.symptoms(id, reader::symptoms).stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Open cases reported before the given time that no process works yet, the oldest first, at most so many. */
    public List<String> openWithoutProcess(Instant reportedBefore, int atMost) {
        return reader.openWithoutProcess(reportedBefore, atMost);
    }

    /** Those of the cases that are open and that no process works yet. */
    public Set<String> awaitProcess(Set<String> ids) {
        return reader.awaitProcess(ids);
    }

    /**
     * Adds what a further report says to an open case; event {@code ReportMerged}. A symptom that is there already keeps
     * its time.
     *
     * @return what was new
     * @throws IllegalStateException if the case is closed
     */
    public Additions merge(String id, Report report) {
        events.lock(id);
        Incident incident = getOpen(id);
        return merging.merge(incident, report);
    }

    /** Stores a new triage if it differs; event {@code IncidentTriaged}. */
    public void triaged(String id, Triage triage, String actor) {
        events.lock(id);
        if (!get(id).triage().equals(triage)) {
            writer.triage(id, triage);
            events.append(id, actor, "IncidentTriaged", content(triage));
        }
    }

    /**
     * Makes the process the one that works the case, if none does. No event.
     *
     * @return whether it is now the case's process
     */
    public boolean attachProcess(String id, String processInstanceId) {
        events.lock(id);
        return writer.attachProcess(id, processInstanceId);
    }

    /** Takes the process off the case, if it is the case's. No event. */
    public void detachProcess(String id, String processInstanceId) {
        events.lock(id);
        writer.detachProcess(id, processInstanceId);
    }

    /** Stores who owns the mailbox and how to reach them; event {@code OwnerContactChanged}. */
    public void ownerContact(String id, Owner owner, String actor) {
        events.lock(id);
        writer.owner(id, owner);
        String contact = owner.contact();
        events.append(
                id,
                actor,
                "OwnerContactChanged",
                contact == null ? Map.of() : Map.of("contactSha256", Sha256.hex(contact)));
    }

    /**
     * Closes an open case; event {@code IncidentClosed}. The mailbox may then have another.
     *
     * @throws IllegalArgumentException if {@code closed} is an open status
     * @throws IllegalStateException if the case is closed already
     */
    public void close(String id, IncidentStatus closed, String actor) {
        if (closed.isOpen()) {
            throw new IllegalArgumentException("a case is not closed by an open status");
        }
        events.lock(id);
        getOpen(id);
        writer.closed(id, closed, Times.now(clock));
        events.append(id, actor, "IncidentClosed", Map.of("status", closed.name()));
    }

    /**
     * Opens a closed case again, with all its facts and no process; event {@code IncidentReopened}.
     *
     * @param reason part of the proof; the event keeps its first 500 characters
     * @throws IncidentAlreadyOpen if the mailbox has another open one; the transaction must then roll back
     * @throws IllegalStateException if the case is open, or was purged
     */
    public void reopen(String id, String actor, String reason) {
        events.lock(id);
        Incident incident = get(id);
        if (incident.status().isOpen()) {
            throw new IllegalStateException("The incident is open already.");
        }
        if (writer.isPurged(id)) {
            throw new IllegalStateException("The incident was purged of personal data: report the mailbox again.");
        }
        writer.reopened(incident);
        events.append(id, actor, "IncidentReopened", Map.of("reason", TextBounds.cut(reason, 500)));
    }

    private static NoSuchElementException unknown() {
        return new NoSuchElementException("There is no such incident.");
    }

    private Incident getOpen(String id) {
        Incident incident = get(id);
        if (!incident.status().isOpen()) {
            throw new IllegalStateException("The incident is closed.");
        }
        return incident;
    }

    /** What the first event tells beside the report. */
    static Map<String, Object> content(Incident opened) {
        Map<String, Object> payload = new HashMap<>(content(opened.triage()));
        payload.put("mailbox", opened.mailbox().asString());
        payload.put("accessBefore", opened.accessBefore().name());
        return payload;
    }

    private static Map<String, String> content(Triage triage) {
        return Map.of(
                "severity",
                triage.severity().name(),
                "lockOut",
                triage.lockOut().name());
    }
}

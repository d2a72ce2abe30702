package org.mailboxremediation.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mailboxremediation.event.EventChain;
import org.mailboxremediation.event.NewEvent;
import org.springframework.stereotype.Component;

/** Opens many cases at once, in a few batched statements: a campaign must not wait for row after row. */
@Component
public final class IncidentBatch {

    private final IncidentBatchWriter writer;
    private final EventChain events;

    IncidentBatch(IncidentBatchWriter writer, EventChain events) {
        this.writer = writer;
        this.events = events;
    }

    /**
     * Opens a case for each report, in the caller's transaction; event {@code IncidentReported} in each. What access was
     * before is not known: nothing is looked up.
     *
     * @param at when the reports came in
     * @return the cases, in the order given
     * @throws org.springframework.dao.DuplicateKeyException if a mailbox has an open case or is there twice; the
     *     transaction must then roll back
     */
    public List<Incident> open(List<NewIncident> reports, Instant at) {
        List<Incident> opened =
                reports.stream().map(report -> incident(report, at)).toList();
        writer.insert(opened);
        events.appendAll(reported(reports, opened));
        return opened;
    }

    /** The open cases of these mailboxes, by mailbox. */
    public Map<MailboxAddress, String> open(List<MailboxAddress> mailboxes) {
        return mailboxes.isEmpty() ? Map.of() : writer.open(mailboxes);
    }

    private static Incident incident(NewIncident fresh, Instant at) {
        Report report = fresh.report();
        return new Incident(
                UUID.randomUUID().toString(),
                report.mailbox(),
                IncidentStatus.OPEN,
                fresh.triage().severity(),
                fresh.triage().lockOut(),
                AccessBefore.UNKNOWN,
                report.reporter(),
                report.owner(),
                report.symptoms(),
                report.riskFactors(),
                report.colleagues(),
                report.note(),
                at,
                null,
                null);
    }

    private static List<NewEvent> reported(List<NewIncident> reports, List<Incident> opened) {
        List<NewEvent> facts = new ArrayList<>();
        for (int index = 0; index < opened.size(); index++) {
            Incident incident = opened.get(index);
            Report report = reports.get(index).report();
            Map<String, Object> payload = new HashMap<>(ReportMerge.content(report));
            payload.putAll(Incidents.content(incident));
            facts.add(new NewEvent(incident.id(), report.reporter().userId(), Incidents.REPORTED, payload));
        }
        return facts;
    }
}

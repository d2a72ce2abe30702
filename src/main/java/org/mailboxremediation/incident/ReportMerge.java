package org.mailboxremediation.incident;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mailboxremediation.event.EventChain;
import org.mailboxremediation.event.Sha256;
import org.springframework.stereotype.Component;

/** Adds a further report to a case that is open. */
@Component
final class ReportMerge {

    /** However often a mailbox is reported, its case stays readable; the event still proves each note. */
    private static final int MAX_NOTES = 5 * Report.MAX_NOTE;

    private final IncidentWriter writer;
    private final EventChain events;
    private final Clock clock;

    ReportMerge(IncidentWriter writer, EventChain events, Clock clock) {
        this.writer = writer;
        this.events = events;
        this.clock = clock;
    }

    Additions merge(Incident incident, Report report) {
        Additions additions = new Additions(
                Set.copyOf(without(report.symptoms(), incident.symptoms())),
                Set.copyOf(without(report.riskFactors(), incident.riskFactors())),
                without(report.colleagues(), incident.colleagues()));
        String id = incident.id();
        writer.addSymptoms(id, additions.symptoms(), report.reporter(), Times.now(clock));
        writer.addRiskFactors(id, additions.riskFactors());
        writer.addColleagues(id, additions.colleagues());
        addNote(incident, report);
        events.append(id, report.reporter().userId(), "ReportMerged", content(report));
        return additions;
    }

    /** What an event tells of a report; the caller may add to it. */
    static Map<String, Object> content(Report report) {
        Map<String, Object> payload = new HashMap<>();
        payload.put("symptoms", names(report.symptoms()));
        payload.put("riskFactors", names(report.riskFactors()));
        payload.put("colleagues", report.colleagues().size());
        payload.put("reporterRole", report.reporter().role().name());
        String note = report.note();
        if (note != null) {
            payload.put("noteSha256", Sha256.hex(note));
        }
        return payload;
    }

    private void addNote(Incident incident, Report report) {
        String before = incident.note() == null ? "" : incident.note();
        String note = report.note();
        if (note != null && !before.contains(note)) {
            writer.note(incident.id(), TextBounds.cut(before.isEmpty() ? note : before + "\n\n" + note, MAX_NOTES));
        }
    }

    private static <T> List<T> without(Collection<T> all, Collection<T> known) {
        return all.stream().filter(one -> !known.contains(one)).collect(Collectors.toList());
    }

    private static List<String> names(Set<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).sorted().toList();
    }
}

package org.mailboxremediation.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mailboxremediation.casefile.pdf.Column;
import org.mailboxremediation.casefile.pdf.Drawing;
import org.mailboxremediation.casefile.pdf.Ink;
import org.mailboxremediation.casefile.pdf.Paper;
import org.mailboxremediation.casefile.pdf.Printable;
import org.mailboxremediation.event.CaseEvent;
import org.mailboxremediation.event.Checkpoint;

/** The case as a manager, an insurer or a regulator reads it. */
final class CaseReport {

    private static final int SHORT = 120;
    private static final int LONG = 600;

    private final JsonNode incident;
    private final List<CaseEvent> events;
    private final CaseTimes times;

    CaseReport(JsonNode incident, List<CaseEvent> events) {
        this.incident = incident;
        this.events = events;
        this.times = new CaseTimes(events);
    }

    /**
     * What is printed beside the case itself.
     *
     * @param writtenAt when
     * @param writtenFor a user id
     * @param key the signing key's id
     * @param authority what each person may do, by user id: their groups today
     * @param drawings the models with the path taken; none where the engine's history is gone
     * @param checkpoints the chain's signed ends
     */
    record Frame(
            Instant writtenAt,
            String writtenFor,
            String key,
            Map<String, String> authority,
            List<Drawing> drawings,
            List<Checkpoint> checkpoints) {}

    void write(Frame frame, OutputStream out) throws IOException {
        try (Paper paper = new Paper("Case file " + text("mailbox"))) {
            paper.title(
                    "Case file: " + text("mailbox"),
                    "Case " + text("id") + " · written " + Words.utc(frame.writtenAt()) + " UTC for "
                            + frame.writtenFor());
            summary(paper);
            milestones(paper);
            unchecked(paper);
            FactTables facts = new FactTables(incident);
            facts.devices(paper);
            facts.blocks(paper);
            facts.notices(paper);
            people(paper, frame.authority());
            proof(paper, frame);
            timeline(paper, frame.drawings().isEmpty());
            for (Drawing drawing : frame.drawings()) {
                paper.drawing(drawing);
            }
            paper.finish("Case " + text("id") + " · " + text("mailbox") + " · all times UTC", out);
        }
    }

    private void summary(Paper paper) throws IOException {
        paper.heading("What happened");
        paper.paragraph(
                "The mailbox " + text("mailbox") + " was reported on " + time("reportedAt") + " by "
                        + text("reporter", "name") + " (" + Words.of(text("reporter", "role"))
                        + "), for: " + words("symptoms", "riskFactors") + ". Triage said "
                        + Words.of(text("severity")) + ".",
                Ink.TEXT);
        paper.paragraph(
                "The case is " + Words.of(text("status")) + "; access to the mailbox is " + Words.of(text("access"))
                        + ". "
                        + incident.path("passwordChanges").size() + " password change(s) were asked for, "
                        + incident.path("devices").size() + " device(s) listed.",
                Ink.TEXT);
        if (!text("note").isBlank()) {
            paper.paragraph(
                    "Note of the report: " + Printable.of(incident.path("note").asText(), LONG), Ink.QUIET);
        }
    }

    private void milestones(Paper paper) throws IOException {
        paper.heading("Times");
        List<List<String>> rows = new ArrayList<>();
        for (CaseTimes.Milestone milestone : times.all()) {
            rows.add(List.of(
                    milestone.name(),
                    milestone.at().map(Words::utc).orElse("not so far"),
                    milestone.at().map(times::since).orElse("")));
        }
        paper.table(
                List.of(new Column("Milestone", 46), new Column("UTC", 27), new Column("After the report", 27)), rows);
    }

    private void unchecked(Paper paper) throws IOException {
        paper.heading("What could not be checked, or is open");
        List<String> points = new UncheckedPoints(incident, events).all();
        for (String point : points.subList(0, Math.min(points.size(), 200))) {
            paper.point(Printable.of(point, LONG), Ink.WARNING);
        }
        if (points.isEmpty()) {
            paper.paragraph("Nothing that this case knows of.", Ink.TEXT);
        }
    }

    private void people(Paper paper, Map<String, String> authority) throws IOException {
        paper.heading("Who acted, and with what authority");
        Map<String, Map<String, Integer>> done = new LinkedHashMap<>();
        Map<String, TreeSet<String>> methods = new TreeMap<>();
        for (CaseEvent event : events) {
            done.computeIfAbsent(event.actor(), actor -> new TreeMap<>()).merge(event.type(), 1, Integer::sum);
            methods.computeIfAbsent(event.actor(), actor -> new TreeSet<>()).add(method(event));
        }
        List<List<String>> rows = new ArrayList<>();
        done.forEach((actor, types) -> rows.add(List.of(
                Printable.of(actor, SHORT),
                actor.equals(CaseEvent.SYSTEM) ? "the application" : authority.getOrDefault(actor, "no group any more"),
                String.join(", ", methods.getOrDefault(actor, new TreeSet<>())),
                Printable.of(counted(types), LONG))));
        paper.table(
                List.of(
                        new Column("Who", 16), new Column("Groups, when this was written", 20),
                        new Column("Authenticated by", 20), new Column("Events", 44)),
                rows);
    }

    private void timeline(Paper paper, boolean withoutDrawings) throws IOException {
        if (withoutDrawings) {
            paper.paragraph("The engine's history of this case is gone: the path cannot be drawn.", Ink.QUIET);
        }
        paper.heading("Timeline (UTC)");
        paper.table(
                List.of(
                        new Column("No.", 6),
                        new Column("At", 17),
                        new Column("Who", 13),
                        new Column("How authenticated", 15),
                        new Column("What", 19),
                        new Column("Details", 30)),
                () -> events.stream().map(CaseReport::row).iterator());
    }

    private void proof(Paper paper, Frame frame) throws IOException {
        paper.heading("Proof");
        CaseEvent last = events.get(events.size() - 1);
        paper.paragraph("Events: " + events.size() + ". Hash of the last: " + last.hash(), Ink.TEXT);
        if (!frame.checkpoints().isEmpty()) {
            Checkpoint end = frame.checkpoints().get(frame.checkpoints().size() - 1);
            paper.paragraph(
                    "Checkpoint: event " + end.sequence() + " at " + Words.utc(end.at()) + ", signed by the key "
                            + end.key() + " (Ed25519).",
                    Ink.TEXT);
        }
        paper.paragraph(
                "This document proves nothing by itself. Ask for the same case as zip, signed by the key " + frame.key()
                        + ", and check it without this product's server: java -jar mailbox-remediation.jar verify --key"
                        + " KEY.pem --checkpoints checkpoints.jsonl case.zip. The hash above must be its manifest's"
                        + " “head”, or that of an event of its chain; the key's id must be the one that the organisation"
                        + " publishes.",
                Ink.QUIET);
    }

    private static List<String> row(CaseEvent event) {
        return List.of(
                Long.toString(event.sequence()),
                Words.utc(event.at()),
                Printable.of(event.actor(), SHORT),
                method(event),
                Words.of(event.type()),
                event.form().purged() ? "(purged)" : details(event.payload()));
    }

    private static String details(Map<String, Object> payload) {
        StringBuilder details = new StringBuilder();
        new TreeMap<>(payload).forEach((name, value) -> {
            if (details.length() < LONG) {
                details.append(details.isEmpty() ? "" : "; ").append(name).append(": ");
                details.append(Words.shortened(Printable.of(String.valueOf(value), 200)));
            }
        });
        return Printable.of(details.toString(), LONG);
    }

    private static String method(CaseEvent event) {
        String method = event.form().authenticated();
        return method == null ? "not kept then" : Words.of(method);
    }

    private static String counted(Map<String, Integer> types) {
        StringBuilder counted = new StringBuilder();
        types.forEach((type, times) -> counted.append(counted.isEmpty() ? "" : ", ")
                .append(Words.of(type))
                .append(times == 1 ? "" : " ×" + times));
        return counted.toString();
    }

    private String words(String... members) {
        List<String> words = new ArrayList<>();
        for (String member : members) {
            incident.path(member).forEach(word -> words.add(Words.of(word.asText())));
        }
        return words.isEmpty() ? "nothing that is kept" : Printable.of(String.join(", ", words), LONG);
    }

    private String text(String... path) {
        JsonNode at = incident;
        for (String name : path) {
            at = at.path(name);
        }
        return at.isNull() ? "" : Printable.of(at.asText(), SHORT);
    }

    private String time(String member) {
        return FactTables.instant(incident, member);
    }
}

package org.mailboxremediation.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
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

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
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
                    "Case " + text("id") + " · written " + time(frame.writtenAt()) + " UTC for " + frame.writtenFor());
            summary(paper);
            milestones(paper);
            unchecked(paper);
            devices(paper);
            blocks(paper);
            notices(paper);
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
                    milestone.at().map(CaseReport::time).orElse("not so far"),
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

    private void devices(Paper paper) throws IOException {
        paper.heading("Devices and scans");
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode device : incident.path("devices")) {
            String name = shown(device, "name") + " (" + Words.of(shown(device, "kind")) + ", " + shown(device, "owner")
                    + ")";
            rows.add(List.of(name, Words.of(shown(device, "state")), "", "", ""));
            for (JsonNode scan : device.path("scans")) {
                rows.add(List.of(
                        "",
                        Words.of(shown(scan, "verdict")),
                        shown(scan, "tool"),
                        instant(scan, "finishedAt"),
                        shown(scan, "attestedBy")
                                + joined(" · found: ", scan.path("findings"))
                                + joined(" · ", scan.path("reasons"))));
            }
        }
        table(
                paper,
                rows,
                "No device was listed.",
                List.of(
                        new Column("Device", 26),
                        new Column("State or verdict", 14),
                        new Column("Tool", 15),
                        new Column("Finished (UTC)", 17),
                        new Column("Attested by, findings, reasons", 28)));
    }

    private void blocks(Paper paper) throws IOException {
        paper.heading("Blocks");
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode block : incident.path("blocks")) {
            rows.add(List.of(
                    shown(block, "entry"),
                    Words.of(shown(block, "level")),
                    Words.of(shown(block, "state")),
                    shown(block, "decidedBy"),
                    shown(block, "why") + " " + shown(block, "reason")));
        }
        table(
                paper,
                rows,
                "Nobody was blocked.",
                List.of(
                        new Column("Entry", 30),
                        new Column("Level", 11),
                        new Column("State", 13),
                        new Column("Decided by", 14),
                        new Column("Why", 32)));
    }

    private void notices(Paper paper) throws IOException {
        paper.heading("People told");
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode notice : incident.path("notices")) {
            rows.add(List.of(
                    shown(notice, "recipient"),
                    Words.of(shown(notice, "kind")),
                    Words.of(shown(notice, "status")) + " by " + Words.of(shown(notice, "channel")),
                    instant(notice, notice.path("settledAt").isNull() ? "queuedAt" : "settledAt"),
                    shown(notice, "reason")));
        }
        table(
                paper,
                rows,
                "Nobody was told.",
                List.of(
                        new Column("Who", 30),
                        new Column("As", 16),
                        new Column("What became of it", 18),
                        new Column("UTC", 17),
                        new Column("Why not", 19)));
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
                    "Checkpoint: event " + end.sequence() + " at " + time(end.at()) + ", signed by the key " + end.key()
                            + " (Ed25519).",
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
                time(event.at()),
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

    private static void table(Paper paper, List<List<String>> rows, String none, List<Column> columns)
            throws IOException {
        if (rows.isEmpty()) {
            paper.paragraph(none, Ink.TEXT);
        } else {
            paper.table(columns, rows);
        }
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
        return instant(incident, member);
    }

    private static String joined(String before, JsonNode texts) {
        List<String> all = new ArrayList<>();
        texts.forEach(one -> all.add(one.asText()));
        return all.isEmpty() ? "" : before + Printable.of(String.join(", ", all), LONG);
    }

    private static String shown(JsonNode of, String member) {
        return of.path(member).isNull() ? "" : Printable.of(of.path(member).asText(), SHORT);
    }

    private static String instant(JsonNode of, String member) {
        return of.path(member).isTextual() ? time(Instant.parse(of.path(member).asText())) : "";
    }

    private static String time(Instant at) {
        return UTC.format(at);
    }
}

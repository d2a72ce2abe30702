package org.mailboxremediation.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.mailboxremediation.casefile.pdf.Column;
import org.mailboxremediation.casefile.pdf.Ink;
import org.mailboxremediation.casefile.pdf.Paper;
import org.mailboxremediation.casefile.pdf.Printable;

/** The case's lists as tables: devices with their scans, blocks, people told. */
final class FactTables {

    private static final int SHORT = 120;
    private static final int LONG = 600;

    private final JsonNode incident;

    FactTables(JsonNode incident) {
        this.incident = incident;
    }

    void devices(Paper paper) throws IOException {
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

    void blocks(Paper paper) throws IOException {
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

    void notices(Paper paper) throws IOException {
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

    private static void table(Paper paper, List<List<String>> rows, String none, List<Column> columns)
            throws IOException {
        if (rows.isEmpty()) {
            paper.paragraph(none, Ink.TEXT);
        } else {
            paper.table(columns, rows);
        }
    }

    private static String joined(String before, JsonNode texts) {
        List<String> all = new ArrayList<>();
        texts.forEach(one -> all.add(one.asText()));
        return all.isEmpty() ? "" : before + Printable.of(String.join(", ", all), LONG);
    }

    private static String shown(JsonNode of, String member) {
        return of.path(member).isNull() ? "" : Printable.of(of.path(member).asText(), SHORT);
    }

    static String instant(JsonNode of, String member) {
        return of.path(member).isTextual()
                ? Words.utc(Instant.parse(of.path(member).asText()))
                : "";
    }
}

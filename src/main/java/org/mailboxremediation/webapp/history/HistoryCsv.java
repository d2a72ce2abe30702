package org.mailboxremediation.webapp.history;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** The case history as CSV (RFC 4180, UTF-8), safe to open in a spreadsheet. */
final class HistoryCsv {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader(
                    "id",
                    "mailbox",
                    "status",
                    "severity",
                    "reportedAt",
                    "closedAt",
                    "timeToLockOutSeconds",
                    "timeToRestoreSeconds",
                    "infected",
                    "workedOnBy")
            .get();

    private HistoryCsv() {}

    static void write(List<HistoryRow> rows, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CSVPrinter printer = new CSVPrinter(text, FORMAT);
        for (HistoryRow row : rows) {
            printer.printRecord(
                    row.id(),
                    harmless(row.mailbox()),
                    row.status(),
                    row.severity(),
                    row.reportedAt(),
                    row.closedAt(),
                    row.timeToLockOut(),
                    row.timeToRestore(),
                    row.infected() ? "yes" : "no",
                    harmless(String.join(" ", row.workers())));
        }
        printer.flush();
    }

    /** What a spreadsheet would take for a formula gets an apostrophe in front (OWASP, CSV injection). */
    static @Nullable String harmless(@Nullable String cell) {
        boolean formula = cell != null && !cell.isEmpty() && "=+-@\t\r\n|%".indexOf(cell.charAt(0)) >= 0;
        return formula ? "'" + cell : cell;
    }
}

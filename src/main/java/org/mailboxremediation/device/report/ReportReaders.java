package org.mailboxremediation.device.report;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All readers. Nothing but {@link UnreadableReport} ever comes out of them, whatever goes in. */
public final class ReportReaders {

    private static final String TEST_VIRUS =
            "The report itself carries the scanners' test virus. Bring it as the scanner wrote it.";

    private final List<ReportReader> readers;

    ReportReaders(List<ReportReader> readers) {
        this.readers = List.copyOf(readers);
    }

    /**
     * The readers for ClamAV, Microsoft Defender and OCSF.
     *
     * @param zone the zone of times that a report gives without one; null if none may be assumed
     */
    public static ReportReaders standard(@Nullable ZoneId zone) {
        return new ReportReaders(List.of(
                new OcsfReader(), new DefenderActionReader(), new DefenderAlertReader(), new ClamAvReader(zone)));
    }

    /**
     * Reads a report.
     *
     * @param report any bytes
     * @throws UnreadableReport if no reader can
     */
    public ScanReport read(byte[] report) {
        try {
            ReportDocument document = ReportDocument.of(report);
            ScanReport read = readers.stream()
                    .filter(reader -> reader.reads(document))
                    .findFirst()
                    .orElseThrow(() -> new UnreadableReport(
                            "There is no reader for this report. It is kept as evidence; state what it says as JSON."))
                    .read(document);
            return document.carriesTestVirus() ? read.doubted(TEST_VIRUS) : read;
        } catch (UnreadableReport unreadable) {
            throw unreadable;
        } catch (RuntimeException unforeseen) {
            // A reader that trips over hostile text has read nothing; what it says may quote that text.
            throw new UnreadableReport("The report cannot be read.");
        }
    }
}

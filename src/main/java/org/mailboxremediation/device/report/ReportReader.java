package org.mailboxremediation.device.report;

/** Reads the reports of one format. A further scanner is one more of these. */
public interface ReportReader {

    /** Whether the document has this reader's shape, whole or not. */
    boolean reads(ReportDocument document);

    /**
     * Reads it.
     *
     * @throws UnreadableReport if it cannot be read after all
     */
    ScanReport read(ReportDocument document);
}

package org.mailboxremediation.device.report;

/** How a scan went (OCSF Scan Activity 6007, {@code activity_id}). */
public enum ScanActivity {
    /** It ran to its end, and the report is whole. */
    COMPLETED,
    /** Somebody stopped it. */
    CANCELLED,
    /** The scanner gave up: an error, or out of time. */
    FAILED,
    /** It had not ended, or the report is cut off. */
    UNFINISHED,
    /** The report does not say. */
    UNKNOWN
}

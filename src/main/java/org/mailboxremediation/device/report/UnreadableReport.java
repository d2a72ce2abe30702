package org.mailboxremediation.device.report;

/** Nothing here can read the report. The message says why, in our own words. */
public final class UnreadableReport extends RuntimeException {

    UnreadableReport(String fixedReason) {
        super(fixedReason, null, false, false);
    }

    /** Why, as a sentence; nothing of the report is in it. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}

package org.mailboxremediation.device.report;

/** How much of the device was looked at. */
public enum ScanScope {
    FULL,
    PARTIAL,
    /** The report does not say. */
    UNKNOWN
}

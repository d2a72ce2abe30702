package org.mailboxremediation.device;

/** What a scan proves. */
public enum ScanVerdict {
    /** It ran whole, with fresh signatures, after the report and after any infection, and found nothing. */
    CLEAN,
    /** It found something. */
    INFECTED,
    /** It proves nothing; its reasons say why (promise P8). */
    INCOMPLETE
}

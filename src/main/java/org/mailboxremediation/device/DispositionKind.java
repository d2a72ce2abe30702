package org.mailboxremediation.device;

/** What a person did to a device. */
public enum DispositionKind {
    /** The malware was removed; only a clean scan proves it. */
    MALWARE_REMOVED,
    /** The device was set up anew. */
    REIMAGED,
    /** The device is out of use for good. */
    RETIRED,
    /** The device cannot be scanned, and is wiped or out of use. */
    UNSCANNABLE,
    /** It was listed by mistake, says the first of two people. */
    REMOVAL_ASKED,
    /** A second person says so too: it no longer stands in the list. */
    REMOVED,
    /** A second person says that the newest scan, which one person attested without a report, was so. */
    SCAN_CONFIRMED,
    /** A second person says that it was not: the device is scanned again. */
    SCAN_DOUBTED;

    /** Whether it is about the newest scan, and not about the device itself. */
    boolean aboutScan() {
        return this == SCAN_CONFIRMED || this == SCAN_DOUBTED;
    }
}

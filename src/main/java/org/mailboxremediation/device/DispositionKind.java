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
    REMOVED
}

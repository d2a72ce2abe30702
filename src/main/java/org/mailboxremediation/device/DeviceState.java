package org.mailboxremediation.device;

/** What a device's scans and dispositions come to. */
public enum DeviceState {
    /** No scan yet, or none since it was reimaged. */
    UNSCANNED,
    /** The newest evidence is a clean scan. */
    CLEAN,
    /** Malware was found, and no clean scan or disposition has ended that. */
    INFECTED,
    /** A scan was recorded that proves nothing. */
    INCOMPLETE,
    /** It cannot be scanned; attested wiped or out of use. */
    UNSCANNABLE,
    /** Out of use for good. */
    RETIRED;

    /** Whether nothing more needs to happen to the device before access comes back (promise P1). */
    public boolean settled() {
        return this == CLEAN || this == UNSCANNABLE || this == RETIRED;
    }
}

package org.mailboxremediation.incident;

/** What became of a setting. */
public enum SettingState {
    /** Seen, and nobody has dealt with it. */
    FOUND,
    /** Removed, and seen to be gone. */
    CLEARED,
    /** Removed, and wanted back by a named person with a reason: owed to the provider. */
    PUTTING_BACK,
    /** Legitimate, as a named person said with a reason. */
    ACCEPTED
}

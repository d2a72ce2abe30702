package org.mailboxremediation.incident;

/** What became of a setting. */
public enum SettingState {
    /** Seen, and nobody has dealt with it. */
    FOUND,
    /** Removed, and seen to be gone. */
    CLEARED,
    /** Legitimate, as a named person said with a reason. */
    ACCEPTED
}

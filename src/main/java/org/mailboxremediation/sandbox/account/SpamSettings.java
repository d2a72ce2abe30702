package org.mailboxremediation.sandbox.account;

/**
 * What happens to flagged mail.
 *
 * @param filterLevel {@code on}, {@code off} or {@code exclusive}
 * @param handling {@code toFolder}, {@code delete}, {@code labelSubject} or {@code toAddress}
 * @param folderCleaner whether old spam is removed from the folder
 * @param folderAgeLimit in days, 0 for none
 * @param folderNumberLimit in messages, 0 for none
 * @param forwardingAddress where {@code toAddress} sends it, else ""
 */
public record SpamSettings(
        String filterLevel,
        String handling,
        boolean folderCleaner,
        int folderAgeLimit,
        int folderNumberLimit,
        String forwardingAddress) {

    /** What a scope has that nobody changed. */
    public static final SpamSettings DEFAULT = new SpamSettings("on", "toFolder", false, 0, 0, "");
}

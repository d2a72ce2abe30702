package org.mailboxremediation.block;

/**
 * Another case in which the same sender shows.
 *
 * @param incidentId the other case
 * @param via what the two have in common
 * @param value it, printable ASCII; a stranger's text unless it is an address that our own side saw
 */
public record CaseLink(String incidentId, Via via, String value) {

    /** What two cases can have in common. */
    public enum Via {
        /** The address that our own side took the message from. */
        ORIGINATING_IP,
        /** The same, where many senders share that address: a weak sign. */
        SHARED_RELAY,
        RETURN_PATH,
        MESSAGE_ID
    }
}

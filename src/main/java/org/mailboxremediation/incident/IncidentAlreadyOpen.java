package org.mailboxremediation.incident;

/** There is an open case for the mailbox, and there can be only one. The transaction that met it must roll back. */
public final class IncidentAlreadyOpen extends RuntimeException {

    private final transient MailboxAddress mailbox;

    IncidentAlreadyOpen(MailboxAddress mailbox) {
        super("There is an open incident for this mailbox already.");
        this.mailbox = mailbox;
    }

    /** The mailbox; its case is found with {@link Incidents#findOpen}. */
    public MailboxAddress mailbox() {
        return mailbox;
    }
}

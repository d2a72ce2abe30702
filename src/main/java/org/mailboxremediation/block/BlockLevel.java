package org.mailboxremediation.block;

import org.mailboxremediation.incident.MailboxAddress;

/** Whose list an entry is on. */
public enum BlockLevel {
    /** The domain's: holds for all its mailboxes. */
    DOMAIN,
    /** The affected mailbox's own: holds for nobody else. */
    MAILBOX;

    /** The name under which the provider keeps that list: a domain or a full address. */
    String scope(MailboxAddress mailbox) {
        return this == DOMAIN ? mailbox.domain() : mailbox.asString();
    }
}

package org.mailboxremediation.mailbox;

import java.util.Optional;
import org.mailboxremediation.credential.Secret;
import org.mailboxremediation.incident.MailboxAddress;

/** The password a mailbox had before its case. Known in the sandbox only; outside it, it is never asked for. */
public interface KnownPassword {

    /** The password before the case; empty if it is not known. */
    Optional<Secret> before(MailboxAddress mailbox);
}

package org.mailboxremediation.credential;

import org.mailboxremediation.incident.MailboxAddress;

/**
 * A password that is about to be sealed.
 *
 * @param id of the sealed credential it becomes
 * @param incidentId the case
 * @param changeId the change it was made for
 * @param mailbox whose password it will be
 */
record Unsealed(String id, String incidentId, String changeId, MailboxAddress mailbox, Secret password) {}

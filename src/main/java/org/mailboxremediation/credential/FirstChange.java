package org.mailboxremediation.credential;

import org.mailboxremediation.incident.MailboxAddress;

/**
 * A new case, and how its mailbox is locked.
 *
 * @param incidentId the case, which has had no change yet
 * @param mailbox whose password is changed
 * @param blocks whether access is blocked with the change
 */
public record FirstChange(String incidentId, MailboxAddress mailbox, boolean blocks) {}

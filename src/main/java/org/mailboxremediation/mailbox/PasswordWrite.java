package org.mailboxremediation.mailbox;

import org.mailboxremediation.credential.Secret;
import org.mailboxremediation.incident.MailboxAddress;

/**
 * The write that locks an attacker out.
 *
 * @param blocks whether the mailbox is blocked with it
 * @param password the new one, sealed and committed before
 */
record PasswordWrite(MailboxAddress mailbox, boolean blocks, Secret password) {

    /** @throws ProviderFailure if the provider did not accept it */
    void by(MailboxProvider provider) {
        if (blocks) {
            provider.changePasswordAndBlock(mailbox, password);
        } else {
            provider.changePassword(mailbox, password);
        }
    }
}

package org.mailboxremediation.mailbox;

import org.mailboxremediation.credential.Secret;
import org.mailboxremediation.incident.MailboxAddress;

/** Asks the mail servers themselves whether a password lets anyone in: an API's word is no proof (promise P4). */
public interface LoginCheck {

    /** Tries to log in over IMAP and SMTP and out again. Takes some seconds at most, and never throws. */
    LoginResult check(MailboxAddress mailbox, Secret password);
}

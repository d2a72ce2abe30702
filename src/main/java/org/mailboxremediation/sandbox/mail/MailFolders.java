package org.mailboxremediation.sandbox.mail;

import com.icegreen.greenmail.imap.ImapConstants;
import com.icegreen.greenmail.imap.ImapHostManagerImpl;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import org.jspecify.annotations.Nullable;

/** GreenMail's folders in memory, without its way into other people's by a name that starts with {@code #mail}. */
final class MailFolders extends ImapHostManagerImpl {

    @Override
    public @Nullable MailFolder getFolder(GreenMailUser user, String mailboxName) {
        return foreign(user, mailboxName) ? null : super.getFolder(user, mailboxName);
    }

    private static boolean foreign(GreenMailUser user, String mailboxName) {
        String own = ImapConstants.USER_NAMESPACE + '.' + user.getQualifiedMailboxName() + '.';
        return mailboxName.startsWith(ImapConstants.NAMESPACE_PREFIX) && !mailboxName.startsWith(own);
    }
}

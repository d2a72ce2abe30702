package org.mailboxremediation.app.secret;

import org.mailboxremediation.sandbox.LineClient;

/** All mail that a mailbox of the sandbox holds, as IMAP gives it out, and once more without what folds its lines. */
final class MailOf {

    private MailOf() {}

    static String mailbox(int imapPort, String address, String password) {
        try (LineClient imap = new LineClient(imapPort)) {
            if (!imap.imap("LOGIN " + address + " \"" + password + "\"").startsWith("a OK")) {
                throw new AssertionError("No login for " + address);
            }
            imap.imap("SELECT INBOX");
            imap.write("b FETCH 1:* BODY.PEEK[]");
            StringBuilder all = new StringBuilder();
            for (String line = imap.read(); !line.startsWith("b "); line = imap.read()) {
                all.append(line).append('\n');
            }
            return all + all.toString().replace("=\n", "").replace("\n", "");
        }
    }
}

package org.mailboxremediation.sandbox.mail;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.smtp.SmtpConnection;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.smtp.commands.MailCommand;
import java.util.Locale;

/** MAIL, with the null reverse-path of bounces and notices (RFC 5321 §4.5.5), which GreenMail takes for none at all. */
final class NullSenderMailCommand extends MailCommand {

    @Override
    public void execute(SmtpConnection connection, SmtpState state, SmtpManager manager, String line) {
        if (line.toUpperCase(Locale.ROOT).replace(" ", "").startsWith("MAILFROM:<>")) {
            state.clearMessagePreservingAuthenticationState();
            state.getMessage().setReturnPath(new MailAddress(""));
            connection.send("250 OK");
        } else {
            super.execute(connection, state, manager, line);
        }
    }
}

package org.mailboxremediation.sandbox.mail;

import com.icegreen.greenmail.server.ProtocolHandler;
import com.icegreen.greenmail.smtp.SmtpHandler;
import java.net.Socket;
import org.mailboxremediation.sandbox.account.Logins;
import org.mailboxremediation.sandbox.mail.LiveSessions.Connection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One SMTP connection, which an account change can end. */
final class SmtpConnectionHandler implements ProtocolHandler, Connection {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpConnectionHandler.class);

    private final ConnectionUsers users;
    private final SmtpHandler handler;
    private final MailTrouble trouble;
    private final Socket socket;

    SmtpConnectionHandler(
            Logins logins,
            MailStore store,
            LiveSessions sessions,
            Delivery delivery,
            MailTrouble trouble,
            Socket socket) {
        this.trouble = trouble;
        this.socket = socket;
        users = new ConnectionUsers(trouble.around("smtp.login", logins::accepts, this::close), store, sessions, this);
        SmtpPolicy policy = new SmtpPolicy(users, delivery, trouble, socket, this::close);
        handler = new SmtpHandler(new SmtpCommands(policy), policy, socket);
    }

    @Override
    public void run() {
        try {
            if (!trouble.turnsAway("smtp.connect", socket, this::close)) {
                handler.run();
            }
        } catch (IllegalStateException e) {
            LOG.debug("an SMTP client went away without QUIT");
        } finally {
            users.leave();
        }
    }

    @Override
    public void end() {
        handler.close();
    }

    @Override
    public void close() {
        handler.close();
    }
}

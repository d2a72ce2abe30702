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

    SmtpConnectionHandler(Logins logins, MailStore store, LiveSessions sessions, Delivery delivery, Socket socket) {
        users = new ConnectionUsers(logins::accepts, store, sessions, this);
        String peer = socket.getInetAddress().getHostAddress();
        handler = new SmtpHandler(new SmtpCommands(), new SmtpPolicy(users, delivery, peer), socket);
    }

    @Override
    public void run() {
        try {
            handler.run();
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

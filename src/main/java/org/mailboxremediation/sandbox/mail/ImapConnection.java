package org.mailboxremediation.sandbox.mail;

import com.icegreen.greenmail.imap.ImapHandler;
import com.icegreen.greenmail.server.ProtocolHandler;
import java.net.Socket;
import java.util.function.BiPredicate;
import org.mailboxremediation.sandbox.account.Logins;
import org.mailboxremediation.sandbox.mail.LiveSessions.Connection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One IMAP connection, which an account change can end. */
final class ImapConnection implements ProtocolHandler, Connection {

    private static final Logger LOG = LoggerFactory.getLogger(ImapConnection.class);

    private final ConnectionUsers users;
    private final ImapHandler handler;
    private final MailTrouble trouble;
    private final Socket socket;

    ImapConnection(Logins logins, MailStore store, LiveSessions sessions, MailTrouble trouble, Socket socket) {
        this.trouble = trouble;
        this.socket = socket;
        users = new ConnectionUsers(
                trouble.around("imap.login", opensWith(logins), this::close), store, sessions, this);
        handler = new ImapHandler(users, store.folders(), socket);
    }

    private static BiPredicate<String, String> opensWith(Logins logins) {
        return (login, password) ->
                Logins.isReader(login) ? logins.acceptsReader(login, password) : logins.accepts(login, password);
    }

    @Override
    public void run() {
        try {
            if (!trouble.turnsAway("imap.connect", socket, this::close)) {
                handler.run();
            }
        } catch (IllegalStateException e) {
            LOG.debug("an IMAP client went away without LOGOUT");
        } finally {
            users.leave();
        }
    }

    @Override
    public void end() {
        handler.forceConnectionClose("The account was changed");
    }

    @Override
    public void close() {
        handler.close();
    }
}

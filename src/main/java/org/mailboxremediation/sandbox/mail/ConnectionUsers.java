package org.mailboxremediation.sandbox.mail;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserManager;
import java.util.Locale;
import java.util.function.BiPredicate;
import org.mailboxremediation.sandbox.account.Logins;
import org.mailboxremediation.sandbox.mail.LiveSessions.Connection;

/** GreenMail's view of the users for one connection: every login is asked of the accounts, and noted. */
final class ConnectionUsers extends UserManager {

    private final BiPredicate<String, String> logins;
    private final MailStore store;
    private final LiveSessions sessions;
    private final Connection connection;
    private String login = "";

    ConnectionUsers(BiPredicate<String, String> logins, MailStore store, LiveSessions sessions, Connection connection) {
        super(store.folders());
        this.logins = logins;
        this.store = store;
        this.sessions = sessions;
        this.connection = connection;
    }

    /** Who is logged in on this connection; "" for nobody. */
    String login() {
        return login;
    }

    @Override
    public boolean test(String userId, String password) {
        String address = userId.strip().toLowerCase(Locale.ROOT);
        sessions.enter(address, connection);
        boolean accepted = logins.test(address, password);
        if (accepted) {
            login = address;
        } else {
            sessions.leave(address, connection);
        }
        return accepted;
    }

    @Override
    public GreenMailUser getUser(String userId) {
        return store.owner(Logins.owner(userId.strip().toLowerCase(Locale.ROOT)));
    }

    /** The connection has ended. */
    void leave() {
        sessions.leave(login, connection);
    }
}

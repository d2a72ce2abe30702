package org.mailboxremediation.sandbox.mail;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.mailboxremediation.sandbox.SandboxComponent;
import org.mailboxremediation.sandbox.account.LoginSessions;

/** The open IMAP and SMTP connections by the address they log in as. */
@SandboxComponent
final class LiveSessions implements LoginSessions {

    private final Map<String, Set<Connection>> connections = new ConcurrentHashMap<>();

    /**
     * Notes a connection <em>before</em> its password is checked: one that was checked against the old password while it
     * changed is dropped like one that was there long before.
     */
    void enter(String address, Connection connection) {
        connections.compute(address, (key, open) -> {
            Set<Connection> set = open == null ? ConcurrentHashMap.newKeySet() : open;
            set.add(connection);
            return set;
        });
    }

    void leave(String address, Connection connection) {
        connections.computeIfPresent(address, (key, open) -> {
            open.remove(connection);
            return open.isEmpty() ? null : open;
        });
    }

    @Override
    public void drop(String address) {
        Set<Connection> open = connections.remove(address);
        if (open != null) {
            open.forEach(Connection::end);
        }
    }

    /** One client's connection. */
    interface Connection {

        /** Closes it, whatever it is doing. */
        void end();
    }
}

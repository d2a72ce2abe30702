package org.mailboxremediation.sandbox.mail;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.server.ProtocolHandler;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.Socket;
import java.util.function.Function;

/** A GreenMail server on the loopback address with connections of our own. */
final class SandboxMailServer extends AbstractServer {

    private static final String LOOPBACK = "127.0.0.1";

    /** RFC 9051 §5.4: an idle client is kept for half an hour at least. */
    private static final int IDLE_MILLIS = 30 * 60 * 1000;

    private final Function<Socket, ProtocolHandler> connections;

    SandboxMailServer(String protocol, int port, Function<Socket, ProtocolHandler> connections) {
        super(new ServerSetup(port, LOOPBACK, protocol), new Managers());
        this.connections = connections;
        setDaemon(true);
        setClientSocketTimeout(IDLE_MILLIS);
    }

    @Override
    protected ProtocolHandler createProtocolHandler(Socket clientSocket) {
        return connections.apply(clientSocket);
    }
}

package org.mailboxremediation.sandbox.mail;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.mailboxremediation.sandbox.SandboxComponent;
import org.mailboxremediation.sandbox.fault.CallLog;
import org.mailboxremediation.sandbox.fault.Faults;
import org.mailboxremediation.sandbox.fault.Trouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets mail connections fail as they are told to: {@code imap.connect}, {@code imap.login}, {@code smtp.connect},
 * {@code smtp.login}, {@code smtp.rcpt}, {@code smtp.data} (before a mail is taken), {@code smtp.taken} (after that) and
 * {@code smtp.quit}.
 */
@SandboxComponent
final class MailTrouble {

    private static final String CLOSING = "421 4.3.0 Closing connection";

    private static final Logger LOG = LoggerFactory.getLogger(MailTrouble.class);

    private final Faults faults;
    private final CallLog calls;

    MailTrouble(Faults faults, CallLog calls) {
        this.faults = faults;
        this.calls = calls;
    }

    /**
     * Lets happen, before the call takes effect, what it was told to: waits, or ends the connection.
     *
     * @param target whose login or mail it is; empty where that is not known yet
     * @param end cuts the connection
     * @return the reply that refuses; empty if all goes on as usual
     */
    Optional<String> refusal(String operation, String target, Runnable end) {
        calls.received(operation, target);
        Optional<String> refusal = faults.next(operation, target).flatMap(trouble -> refusal(trouble, end));
        if (refusal.isEmpty()) {
            calls.applied(operation, target);
        }
        return refusal;
    }

    /** The same before a password is asked for: a refusal there is a refused login. */
    BiPredicate<String, String> around(String operation, BiPredicate<String, String> logins, Runnable end) {
        return (address, password) -> refusal(operation, address, end).isEmpty() && logins.test(address, password);
    }

    /** Refuses a connection before it is greeted; whether it was. */
    boolean turnsAway(String operation, Socket socket, Runnable end) {
        Optional<String> refusal = refusal(operation, "", end);
        refusal.ifPresent(reply -> {
            say((operation.startsWith("imap") ? "* BYE " : "") + reply + "\r\n", socket);
            end.run();
        });
        return refusal.isPresent();
    }

    private static void say(String line, Socket socket) {
        try {
            socket.getOutputStream().write(line.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException closed) {
            LOG.debug("A client that was turned away had gone");
        }
    }

    private Optional<String> refusal(Trouble trouble, Runnable end) {
        faults.hold(trouble.time());
        return switch (trouble.kind()) {
            case HOLD -> Optional.empty();
            case STATUS -> Optional.of(trouble.number() + " " + trouble.number() / 100 + ".7.1 Refused for practice");
            default -> {
                end.run();
                yield Optional.of(CLOSING);
            }
        };
    }
}

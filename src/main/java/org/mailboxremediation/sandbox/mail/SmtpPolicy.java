package org.mailboxremediation.sandbox.mail;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpState;
import java.net.Socket;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What one SMTP connection may do: mail for our own people from anyone, mail for others after a login only. */
final class SmtpPolicy extends SmtpManager {

    private final ConnectionUsers users;
    private final Delivery delivery;
    private final MailTrouble trouble;
    private final String peer;
    private final Runnable end;
    private String newest = "";

    SmtpPolicy(ConnectionUsers users, Delivery delivery, MailTrouble trouble, Socket socket, Runnable end) {
        super(users.getImapHostManager(), users);
        this.users = users;
        this.delivery = delivery;
        this.trouble = trouble;
        this.peer = socket.getInetAddress().getHostAddress();
        this.end = end;
    }

    @Override
    public @Nullable String checkRecipient(SmtpState state, MailAddress recipient) {
        String sender = state.getMessage().getReturnPath().getEmail();
        newest = address(recipient);
        return trouble.refusal("smtp.rcpt", newest, end)
                .or(() -> delivery.refusal(sender, newest, peer, !users.login().isEmpty()))
                .orElse(null);
    }

    @Override
    public @Nullable String checkData(SmtpState state) {
        return trouble.refusal("smtp.data", newest, end).orElse(null);
    }

    @Override
    public synchronized void send(SmtpState state) {
        MovingMessage message = state.getMessage();
        message.getToAddresses().forEach(to -> delivery.deliver(address(to), message));
        // Trouble from here on cannot refuse: it delays the reply or cuts it off.
        trouble.refusal("smtp.taken", newest, end).ifPresent(refusal -> end.run());
    }

    /** The client says good-bye: its last mail is done with, or not yet. */
    void leaving() {
        trouble.refusal("smtp.quit", newest, end);
    }

    private static String address(MailAddress recipient) {
        return recipient.getEmail().toLowerCase(Locale.ROOT);
    }
}

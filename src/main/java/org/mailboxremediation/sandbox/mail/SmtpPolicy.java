package org.mailboxremediation.sandbox.mail;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpState;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What one SMTP connection may do: mail for our own people from anyone, mail for others after a login only. */
final class SmtpPolicy extends SmtpManager {

    private final ConnectionUsers users;
    private final Delivery delivery;
    private final String peer;

    SmtpPolicy(ConnectionUsers users, Delivery delivery, String peer) {
        super(users.getImapHostManager(), users);
        this.users = users;
        this.delivery = delivery;
        this.peer = peer;
    }

    @Override
    public @Nullable String checkRecipient(SmtpState state, MailAddress recipient) {
        String sender = state.getMessage().getReturnPath().getEmail();
        return delivery.refusal(sender, address(recipient), peer, !users.login().isEmpty())
                .orElse(null);
    }

    @Override
    public synchronized void send(SmtpState state) {
        MovingMessage message = state.getMessage();
        message.getToAddresses().forEach(to -> delivery.deliver(address(to), message));
    }

    private static String address(MailAddress recipient) {
        return recipient.getEmail().toLowerCase(Locale.ROOT);
    }
}

package org.mailboxremediation.sandbox.mail;

import com.icegreen.greenmail.smtp.commands.SmtpCommand;
import com.icegreen.greenmail.smtp.commands.SmtpCommandRegistry;
import org.jspecify.annotations.Nullable;

/** GreenMail's commands, with a MAIL that knows the null sender. */
final class SmtpCommands extends SmtpCommandRegistry {

    private final SmtpCommand mail = new NullSenderMailCommand();
    private final SmtpPolicy policy;

    SmtpCommands(SmtpPolicy policy) {
        this.policy = policy;
    }

    @Override
    public @Nullable SmtpCommand getCommand(String name) {
        if (name.equals("QUIT")) {
            policy.leaving();
        }
        return name.equals("MAIL") ? mail : super.getCommand(name);
    }
}

package org.mailboxremediation.mailbox;

import java.time.Duration;

/** The real login check against mail servers on this machine, for the tests of other packages too. */
public final class LoginFixture {

    private LoginFixture() {}

    /** Without encryption. */
    public static LoginCheck onThisMachine(int imapPort, int smtpPort, Duration timeout) {
        return new MailLoginCheck(properties(true, imapPort, smtpPort, timeout));
    }

    static LoginProperties properties(boolean enabled, int imapPort, int smtpPort, Duration timeout) {
        return new LoginProperties(
                enabled,
                "127.0.0.1",
                imapPort,
                LoginProperties.Tls.NONE,
                "127.0.0.1",
                smtpPort,
                LoginProperties.Tls.NONE,
                timeout);
    }
}

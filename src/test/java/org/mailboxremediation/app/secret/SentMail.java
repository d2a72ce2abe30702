package org.mailboxremediation.app.secret;

import org.mailboxremediation.sandbox.LineClient;

/** Mail from outside, handed to the sandbox's SMTP server. */
final class SentMail {

    private SentMail() {}

    static void to(int smtpPort, String recipient, String text) {
        try (LineClient smtp = new LineClient(smtpPort)) {
            smtp.smtp("EHLO client.example");
            smtp.smtp("MAIL FROM:<somebody@example.org>");
            smtp.smtp("RCPT TO:<" + recipient + ">");
            smtp.smtp("DATA");
            String answer = smtp.smtp("Subject: control\r\n\r\n" + text + "\r\n.");
            if (!answer.startsWith("250")) {
                throw new AssertionError("The mail was not taken: " + answer);
            }
        }
    }
}

package org.mailboxremediation.app.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Whether a mailbox opens to a password, over IMAP. */
public final class MailDoor {

    private MailDoor() {}

    public static boolean opens(int port, String mailbox, String password) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                BufferedReader answers =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            answers.readLine();
            String command = "a LOGIN \"" + mailbox + "\" \"" + password + "\"\r\n";
            socket.getOutputStream().write(command.getBytes(StandardCharsets.US_ASCII));
            return answers.readLine().startsWith("a OK");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

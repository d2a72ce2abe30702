package org.mailboxremediation.notice;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Talks just enough SMTP to refuse every recipient with the given reply. */
final class RefusingSmtpServer implements AutoCloseable {

    private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final String refusal;

    RefusingSmtpServer(String refusal) throws IOException {
        this.refusal = refusal;
        Thread thread = new Thread(this::serve, "refusing-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept();
                    BufferedReader lines = new BufferedReader(
                            new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
                reply(client, "220 test");
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    reply(client, line.toUpperCase(Locale.ROOT).startsWith("RCPT") ? refusal : "250 ok");
                }
            } catch (IOException gone) {
                // The client hung up, or the test is over.
            }
        }
    }

    private static void reply(Socket client, String text) throws IOException {
        client.getOutputStream().write((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
}

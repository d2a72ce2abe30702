package org.mailboxremediation.sandbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Speaks IMAP or SMTP by the line. */
public final class LineClient implements AutoCloseable {

    private final Socket socket;
    private final BufferedReader in;
    private final OutputStream out;

    public LineClient(int port) {
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(5_000);
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            out = socket.getOutputStream();
            read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next line; "" if the server closed the connection. */
    public String read() {
        try {
            String line = in.readLine();
            return line == null ? "" : line;
        } catch (SocketTimeoutException e) {
            throw new AssertionError("the server neither answered nor closed the connection", e);
        } catch (IOException e) {
            return "";
        }
    }

    public void write(String line) {
        try {
            out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends an IMAP command; returns its tagged reply, or "" if the connection is gone. */
    public String imap(String command) {
        write("a " + command);
        String line = read();
        while (!line.startsWith("a ") && !line.isEmpty()) {
            line = read();
        }
        return line;
    }

    /** Sends an SMTP command; returns the last line of the reply. */
    public String smtp(String command) {
        write(command);
        String line = read();
        while (line.length() > 3 && line.charAt(3) == '-') {
            line = read();
        }
        return line;
    }

    public String smtpLogin(String address, String password) {
        smtp("EHLO client.example");
        String response =
                Base64.getEncoder().encodeToString(("\0" + address + "\0" + password).getBytes(StandardCharsets.UTF_8));
        return smtp("AUTH PLAIN " + response);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

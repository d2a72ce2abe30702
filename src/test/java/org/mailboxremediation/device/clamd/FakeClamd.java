package org.mailboxremediation.device.clamd;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;

/** A daemon that answers as the test wants it to, on loopback TCP, one connection after the other. */
public final class FakeClamd implements AutoCloseable {

    /** What is done with a connection. */
    public interface Behaviour {

        void serve(InputStream in, OutputStream out, Socket connection) throws IOException;
    }

    private final ServerSocket server;
    private final Thread thread;

    public FakeClamd(Behaviour behaviour) throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        thread = new Thread(() -> serve(behaviour), "fake clamd");
        thread.setDaemon(true);
        thread.start();
    }

    /** Accepts, reads, and never says a word. */
    public static FakeClamd silent() throws IOException {
        return new FakeClamd((in, out, connection) -> in.readAllBytes());
    }

    /** Says the same, whatever it is asked. */
    static FakeClamd saying(String answer) throws IOException {
        return new FakeClamd((in, out, connection) -> {
            read(in);
            out.write(answer.getBytes(StandardCharsets.UTF_8));
        });
    }

    /** Says a letter every 20 ms and never comes to an end. */
    static FakeClamd dripping() throws IOException {
        return new FakeClamd((in, out, connection) -> {
            while (true) {
                out.write('x');
                LockSupport.parkNanos(20_000_000);
            }
        });
    }

    /** As configured. */
    public String address() {
        return "tcp://127.0.0.1:" + server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        server.close();
        thread.interrupt();
    }

    /** The command, and its stream if it has one, so that closing does not reset the connection. */
    static void read(InputStream in) throws IOException {
        int next = in.read();
        StringBuilder command = new StringBuilder();
        while (next > 0) {
            command.append((char) next);
            next = in.read();
        }
        while (command.toString().equals("zINSTREAM")) {
            byte[] length = in.readNBytes(4);
            int chunk = ByteBuffer.wrap(length).getInt();
            if (chunk == 0) {
                return;
            }
            in.skipNBytes(chunk);
        }
    }

    private void serve(Behaviour behaviour) {
        while (!server.isClosed()) {
            try (Socket connection = server.accept()) {
                behaviour.serve(connection.getInputStream(), connection.getOutputStream(), connection);
            } catch (IOException | UncheckedIOException over) {
                // The client went away, or the test is over.
            }
        }
    }
}

package org.mailboxremediation.device.clamd;

import java.io.Closeable;
import java.io.IOException;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * One connection for one command. It waits in a selector only, with what is left of a deadline: no thread of its own, and
 * an interrupt ends it.
 */
final class ClamdConnection implements Closeable {

    /** Longer than any answer to one command about one file. */
    private static final int LONGEST_ANSWER = 4096;

    private static final int WRITE_OR_READ = SelectionKey.OP_WRITE | SelectionKey.OP_READ;

    private final SocketChannel channel;
    private final Selector selector;

    private ClamdConnection(SocketChannel channel, Selector selector) {
        this.channel = channel;
        this.selector = selector;
    }

    static ClamdConnection open(SocketAddress where, Duration timeout) throws IOException, ClamdUnavailable {
        boolean unix = where instanceof UnixDomainSocketAddress;
        SocketChannel channel = unix ? SocketChannel.open(StandardProtocolFamily.UNIX) : SocketChannel.open();
        try {
            channel.configureBlocking(false);
            if (!unix) {
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            }
            ClamdConnection connection = new ClamdConnection(channel, Selector.open());
            connection.connect(where, Deadline.in(timeout, "clamd did not take the connection in time."));
            return connection;
        } catch (IOException | ClamdUnavailable | RuntimeException failed) {
            channel.close();
            throw failed;
        }
    }

    /** Sends it, unless an answer comes before that, or nobody takes it any longer: then false, and the answer says why. */
    boolean send(ByteBuffer bytes, Deadline by) throws IOException, ClamdUnavailable {
        while (bytes.hasRemaining()) {
            if (!write(bytes)) {
                return false;
            }
            if (bytes.hasRemaining() && (await(WRITE_OR_READ, by) & SelectionKey.OP_READ) != 0) {
                return false;
            }
        }
        return true;
    }

    /** The answer without the NUL at its end. */
    String answer(Deadline by) throws IOException, ClamdUnavailable {
        ByteBuffer answer = ByteBuffer.allocate(LONGEST_ANSWER);
        while (answer.position() == 0 || answer.get(answer.position() - 1) != 0) {
            if (!answer.hasRemaining()) {
                throw new ClamdUnavailable("clamd's answer is longer than any should be.");
            }
            int read = channel.read(answer);
            if (read < 0) {
                throw new ClamdUnavailable("clamd broke off before its answer was whole.");
            }
            if (read == 0) {
                await(SelectionKey.OP_READ, by);
            }
        }
        return new String(answer.array(), 0, answer.position() - 1, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            selector.close();
        }
    }

    private void connect(SocketAddress where, Deadline by) throws IOException, ClamdUnavailable {
        try {
            channel.register(selector, SelectionKey.OP_CONNECT);
            boolean connected = channel.connect(where);
            while (!connected) {
                await(SelectionKey.OP_CONNECT, by);
                connected = channel.finishConnect();
            }
        } catch (IOException | ClamdUnavailable | RuntimeException failed) {
            selector.close();
            throw failed;
        }
    }

    private boolean write(ByteBuffer bytes) {
        try {
            channel.write(bytes);
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    /** What the channel is ready for. */
    private int await(int operations, Deadline by) throws IOException, ClamdUnavailable {
        SelectionKey key = channel.register(selector, operations);
        selector.selectedKeys().clear();
        selector.select(by.left());
        if (Thread.currentThread().isInterrupted()) {
            throw new ClamdUnavailable("The scan was interrupted.");
        }
        return selector.selectedKeys().contains(key) ? key.readyOps() : 0;
    }
}

package org.mailboxremediation.device.clamd;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The daemon's client: commands that begin with z and end with NUL (clamd(8)), a connection each. */
final class Clamd {

    private static final int CHUNK = 64 * 1024;

    private final ClamdAddress address;
    private final ClamdProperties properties;

    Clamd(ClamdAddress address, ClamdProperties properties) {
        this.address = address;
        this.properties = properties;
    }

    /**
     * Has the content looked at.
     *
     * @throws IllegalArgumentException if there is none: the daemon would call that clean
     * @throws ClamdUnavailable if the daemon did not say anything of it in time
     */
    ClamdAnswer scan(byte[] content) throws ClamdUnavailable {
        if (content.length == 0) {
            throw new IllegalArgumentException("there is nothing to scan");
        }
        if (content.length > properties.maxStream().toBytes()) {
            return ClamdAnswer.incomplete("The file is longer than is given to clamd (max-stream).");
        }
        return ClamdAnswer.of(ask(stream(content), properties.writeTimeout(), properties.readTimeout()));
    }

    /** Asks for the version, which takes no longer than connecting may: {@link ClamdUnavailable} if none came in time. */
    ClamAvVersion version() throws ClamdUnavailable {
        String answer = ask(List.of(command("zVERSION")), properties.connectTimeout(), properties.connectTimeout());
        return ClamAvVersion.parse(answer)
                .orElseThrow(() -> new ClamdUnavailable("What listens there does not answer as clamd does."));
    }

    private String ask(List<ByteBuffer> request, Duration write, Duration read) throws ClamdUnavailable {
        try (ClamdConnection connection = ClamdConnection.open(address.resolve(), properties.connectTimeout())) {
            send(request, connection, Deadline.in(write, "clamd did not take the file in time."));
            return connection.answer(Deadline.in(read, "clamd did not answer in time."));
        } catch (IOException broken) {
            throw new ClamdUnavailable("clamd cannot be reached, or broke off.");
        }
    }

    private static void send(List<ByteBuffer> request, ClamdConnection connection, Deadline by)
            throws IOException, ClamdUnavailable {
        for (ByteBuffer part : request) {
            if (!connection.send(part, by)) {
                return;
            }
        }
    }

    /** The command, chunks with their lengths in front, and an empty one at the end. */
    private static List<ByteBuffer> stream(byte[] content) {
        List<ByteBuffer> stream = new ArrayList<>();
        stream.add(command("zINSTREAM"));
        for (int from = 0; from < content.length; from += CHUNK) {
            int length = Math.min(CHUNK, content.length - from);
            stream.add(length(length));
            stream.add(ByteBuffer.wrap(content, from, length));
        }
        stream.add(length(0));
        return stream;
    }

    private static ByteBuffer length(int length) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(length).flip();
    }

    private static ByteBuffer command(String name) {
        return ByteBuffer.wrap((name + "\0").getBytes(StandardCharsets.US_ASCII));
    }
}

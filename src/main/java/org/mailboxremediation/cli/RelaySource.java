package org.mailboxremediation.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import javax.net.ssl.SSLContext;

/** A file, or a page fetched over https: at most 4 MiB. */
final class RelaySource {

    private static final int LONGEST = 4 * 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final SSLContext trust;

    /** Trusts whom the Java installation trusts. */
    RelaySource() throws IOException {
        this(trusted());
    }

    RelaySource(SSLContext trust) {
        this.trust = trust;
    }

    private static SSLContext trusted() throws IOException {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException none) {
            throw new IOException("https is not available", none);
        }
    }

    /** Reads it; an IllegalArgumentException says in a sentence what is wrong with it. */
    String read(String source) throws IOException {
        try (InputStream in =
                source.startsWith("https://") ? page(URI.create(source)) : Files.newInputStream(Path.of(source))) {
            byte[] content = in.readNBytes(LONGEST + 1);
            if (content.length > LONGEST) {
                throw new IllegalArgumentException("is longer than 4 MiB");
            }
            return new String(content, StandardCharsets.UTF_8);
        }
    }

    private InputStream page(URI address) throws IOException {
        HttpClient client = HttpClient.newBuilder()
                .sslContext(trust)
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        try {
            HttpResponse<InputStream> answer = client.send(
                    HttpRequest.newBuilder(address).timeout(PATIENCE).build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            if (answer.statusCode() != 200) {
                throw new IllegalArgumentException("answered " + answer.statusCode());
            }
            return answer.body();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted");
        }
    }
}

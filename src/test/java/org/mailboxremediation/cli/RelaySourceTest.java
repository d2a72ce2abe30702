package org.mailboxremediation.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.LocalDate;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailboxremediation.evidence.trace.IpAddress;
import org.mailboxremediation.evidence.trace.SharedRelays;

/** What a service publishes, over https from a server on this machine whose certificate the JDK's keytool made. */
class RelaySourceTest {

    private static final char[] STORE_PASSWORD = "of-this-test".toCharArray();
    private static final int FIVE_MIB = 5 * 1024 * 1024;

    @TempDir
    private Path folder;

    private HttpsServer server;
    private SSLContext trust;

    @BeforeEach
    void serve() throws IOException, GeneralSecurityException, InterruptedException {
        KeyStore store = selfSigned();
        trust = context(store);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(trust));
        server.createContext("/spf", exchange -> answer(exchange, 200, "v=spf1 ip4:203.0.113.0/24 -all"));
        server.createContext("/gone", exchange -> answer(exchange, 404, "203.0.113.0/24"));
        server.createContext("/elsewhere", exchange -> {
            exchange.getResponseHeaders().add("Location", "/spf");
            answer(exchange, 302, "");
        });
        server.createContext("/endless", exchange -> answer(exchange, 200, " ".repeat(FIVE_MIB)));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void updatesARelayListOverHttps() throws IOException {
        String address = address("/spf");
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = new UpdateRelaysCommand(out, err, LocalDate.of(2026, 11, 28), new RelaySource(trust))
                .run(List.of("--data-dir", folder.toString(), "bulk=" + address));
        assertThat(exit).as(err.toString()).isZero();
        SharedRelays written = SharedRelays.of(Files.readAllLines(folder.resolve("shared-relays.txt")));
        assertThat(written.nameOf(IpAddress.parse("203.0.113.77").orElseThrow()))
                .contains("bulk");
        assertThat(written.provenance("bulk"))
                .contains(new SharedRelays.Provenance("bulk", LocalDate.of(2026, 11, 28), address));
    }

    @Test
    void takesNothingFromAServerThatNobodyVouchesFor() {
        assertThatThrownBy(() -> new RelaySource().read(address("/spf"))).isInstanceOf(IOException.class);
    }

    @Test
    void takesNothingButAWholePageFromTheAddressItself() throws IOException {
        RelaySource source = new RelaySource(trust);
        assertThatThrownBy(() -> source.read(address("/gone"))).hasMessage("answered 404");
        assertThatThrownBy(() -> source.read(address("/elsewhere"))).hasMessage("answered 302");
        assertThatThrownBy(() -> source.read(address("/endless"))).hasMessage("is longer than 4 MiB");
        assertThatThrownBy(() -> source.read(address("/spf").replace("https", "http")))
                .isInstanceOf(IOException.class);
    }

    private String address(String path) {
        return "https://localhost:" + server.getAddress().getPort() + path;
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private KeyStore selfSigned() throws IOException, GeneralSecurityException, InterruptedException {
        Path file = folder.resolve("keys.p12");
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "here",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                new String(STORE_PASSWORD));
        int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
        assertThat(exit).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, STORE_PASSWORD);
        }
        return store;
    }

    private static SSLContext context(KeyStore store) throws GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, STORE_PASSWORD);
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trusted.getTrustManagers(), null);
        return context;
    }
}

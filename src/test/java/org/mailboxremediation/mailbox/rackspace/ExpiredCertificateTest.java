package org.mailboxremediation.mailbox.rackspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailboxremediation.incident.MailboxAddress;
import org.mailboxremediation.mailbox.MailboxProvider;
import org.mailboxremediation.mailbox.ProviderFailure;

/** An authority that is trusted, and of two certificates it gave out one whose time is over. */
class ExpiredCertificateTest {

    private static final char[] STORE_PASSWORD = "of-this-test".toCharArray();
    private static final MailboxAddress ALICE = MailboxAddress.parse("alice@example.com");

    @TempDir
    private Path folder;

    private final AtomicInteger asked = new AtomicInteger();
    private SSLContext before;

    @BeforeEach
    void trustTheAuthority() throws GeneralSecurityException, IOException, InterruptedException {
        before = SSLContext.getDefault();
        keytool("authority", "-genkeypair", "-keyalg", "EC", "-dname", "CN=authority", "-ext", "bc=ca:true");
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(store("authority"));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trusted.getTrustManagers(), null);
        SSLContext.setDefault(context);
    }

    @AfterEach
    void trustWhomWeTrusted() {
        SSLContext.setDefault(before);
    }

    @Test
    void isUnavailableBehindOneThatHasExpired() throws GeneralSecurityException, IOException, InterruptedException {
        HttpsServer server = server("expired", "-3d");
        try {
            ProviderFailure failure = catchThrowableOfType(
                    ProviderFailure.Unavailable.class, () -> provider(server).show(ALICE));

            assertThat(failure).isNotNull().hasNoCause();
            assertThat(asked).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void isAnsweredBehindOneThatHasNot() throws GeneralSecurityException, IOException, InterruptedException {
        HttpsServer server = server("valid", "-1H");
        try {
            assertThat(catchThrowableOfType(
                            ProviderFailure.UnknownMailbox.class,
                            () -> provider(server).show(ALICE)))
                    .isNotNull();
            assertThat(asked).hasValue(1);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void isUnavailableUnderAnotherNameThanTheCertificates()
            throws GeneralSecurityException, IOException, InterruptedException {
        HttpsServer server = server("valid", "-1H");
        try {
            ProviderFailure failure = catchThrowableOfType(
                    ProviderFailure.Unavailable.class,
                    () -> provider(server, "127.0.0.1").show(ALICE));

            assertThat(failure).isNotNull().hasNoCause();
            assertThat(asked).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    private static MailboxProvider provider(HttpsServer server) {
        return provider(server, "localhost");
    }

    private static MailboxProvider provider(HttpsServer server, String host) {
        return RackspaceFixture.unlimited(
                "https://" + host + ":" + server.getAddress().getPort() + "/v1",
                "sample-user-key",
                "sample-secret-key",
                Clock.systemUTC());
    }

    /** A server that knows no mailbox, with a certificate for one day. */
    private HttpsServer server(String name, String from)
            throws GeneralSecurityException, IOException, InterruptedException {
        keytool(name, "-genkeypair", "-keyalg", "EC", "-dname", "CN=localhost");
        Path request = folder.resolve(name + ".csr");
        Path certificate = folder.resolve(name + ".pem");
        keytool(name, "-certreq", "-file", request.toString());
        keytool(
                "authority",
                "-gencert",
                "-infile",
                request.toString(),
                "-outfile",
                certificate.toString(),
                "-ext",
                "SAN=dns:localhost",
                "-startdate",
                from,
                "-validity",
                "1");
        keytool(
                "authority",
                "-exportcert",
                "-rfc",
                "-file",
                folder.resolve("ca.pem").toString());
        keytool(
                name,
                "-importcert",
                "-noprompt",
                "-file",
                folder.resolve("ca.pem").toString(),
                "-alias",
                "ca");
        keytool(name, "-importcert", "-noprompt", "-file", certificate.toString());
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store(name), STORE_PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            byte[] body = "{\"itemNotFoundFault\":{}}".getBytes(StandardCharsets.US_ASCII);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(404, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }

    private void keytool(String store, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        if (!command.contains("-alias")) {
            command.addAll(List.of("-alias", "here"));
        }
        command.addAll(List.of(
                "-storetype",
                "PKCS12",
                "-keystore",
                folder.resolve(store + ".p12").toString(),
                "-storepass",
                new String(STORE_PASSWORD)));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    private KeyStore store(String name) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve(name + ".p12"))) {
            store.load(in, STORE_PASSWORD);
        }
        return store;
    }
}

package org.mailboxremediation.mailbox.rackspace;

import java.io.IOException;
import java.net.ProxySelector;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/**
 * The connections to the provider (ADR 29). One request is one attempt: nothing is repeated, followed, stored or unpacked
 * unasked, and it is over, answer included, when its time is.
 */
final class ApiConnections implements AutoCloseable {

    /** Those who ask are fewer, and wait for their answers; this bounds nothing but a mistake. */
    private static final int MOST = 1_000;

    private static final int MOST_HEADERS = 200;
    private static final int LONGEST_LINE = 16_384;

    private final CloseableHttpClient http;
    private final Duration longest;

    /**
     * @param connect how long a connection may take, its handshake too
     * @param longest how long a request may take, from its beginning to the end of its answer
     */
    ApiConnections(Duration connect, Duration longest) {
        silence();
        this.longest = longest;
        this.http = HttpClients.custom()
                .setConnectionManager(connections(Timeout.of(connect), Timeout.of(longest)))
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.of(connect))
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .setProxySelector(ProxySelector.getDefault())
                .disableAuthCaching()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .disableRedirectHandling()
                .build();
    }

    /** @throws IOException if there is no whole answer in time, whatever the cause */
    ApiAnswer exchange(HttpUriRequestBase request) throws IOException {
        CompletableFuture<Boolean> late = new CompletableFuture<>();
        CompletableFuture<Void> cut = late.completeOnTimeout(true, longest.toMillis(), TimeUnit.MILLISECONDS)
                .thenAccept(isLate -> {
                    if (isLate) {
                        request.abort();
                    }
                });
        try {
            return ApiAnswer.read(http.executeOpen(host(request), request, null));
        } catch (IllegalStateException taken) {
            // So the library says that a connection was taken from it as it was about to use it: late, or as we stop.
            throw new IOException("The connection is gone.");
        } finally {
            late.complete(false);
            cut.join();
            // Drops what was not read, and the connection with it; one whose answer was read is no longer the
            // request's.
            request.abort();
        }
    }

    @Override
    public void close() throws IOException {
        http.close();
    }

    private static HttpHost host(HttpUriRequestBase request) {
        return new HttpHost(request.getScheme(), request.getAuthority());
    }

    private static HttpClientConnectionManager connections(Timeout connect, Timeout longest) {
        SSLContext trusted = SSLContexts.createSystemDefault();
        return PoolingHttpClientConnectionManagerBuilder.create()
                // The platform itself compares the certificate's name with the host's.
                .setTlsSocketStrategy(new DefaultClientTlsStrategy(
                        trusted, HostnameVerificationPolicy.BUILTIN, NoopHostnameVerifier.INSTANCE))
                .setDefaultTlsConfig(
                        TlsConfig.custom().setHandshakeTimeout(connect).build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(connect)
                        .setSocketTimeout(longest)
                        .setTimeToLive(TimeValue.ofMinutes(1))
                        .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                        .build())
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom()
                                .setMaxHeaderCount(MOST_HEADERS)
                                .setMaxLineLength(LONGEST_LINE)
                                .build())
                        .build())
                .setMaxConnTotal(MOST)
                .setMaxConnPerRoute(MOST)
                .build();
    }

    /** These would print signatures and passwords as soon as everything is logged (P5). */
    private static void silence() {
        LoggingSystem logging = LoggingSystem.get(ApiConnections.class.getClassLoader());
        logging.setLogLevel("org.apache.hc.client5.http.wire", LogLevel.OFF);
        logging.setLogLevel("org.apache.hc.client5.http.headers", LogLevel.OFF);
    }
}

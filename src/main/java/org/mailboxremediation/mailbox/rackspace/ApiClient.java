package org.mailboxremediation.mailbox.rackspace;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import org.mailboxremediation.mailbox.ProviderFailure;
import org.mailboxremediation.outbox.Pace;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Speaks HTTP with the provider: signs, paces, bounds, and throws nothing but {@link ProviderFailure}. */
@Component
@ConditionalOnProperty(name = "remediation.provider", havingValue = "rackspace", matchIfMissing = true)
final class ApiClient {

    private final RackspaceProperties properties;
    private final ApiUsers users;
    private final RestClient http;
    private final ObjectMapper json;
    private final Clock clock;

    ApiClient(RackspaceProperties properties, ApiUsers users, ObjectMapper json, Clock clock) {
        this.properties = properties;
        this.users = users;
        this.http =
                RestClient.builder().requestFactory(requestFactory(properties)).build();
        this.json = json;
        this.clock = clock;
    }

    /** Redirects are not followed: a signature is as good as a key, and goes nowhere else. */
    private static JdkClientHttpRequestFactory requestFactory(RackspaceProperties properties) {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(properties.connectTimeout())
                .build();
        JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(client);
        factory.setReadTimeout(properties.readTimeout());
        return factory;
    }

    /** Begins an operation: its requests together take no longer than the total time-out. */
    Operation operation() {
        Duration oneRequest = properties.connectTimeout().plus(properties.readTimeout());
        return new Operation(
                this,
                json,
                clock,
                clock.instant().plus(properties.totalTimeout()).minus(oneRequest));
    }

    ApiAnswer send(ApiRequest request) {
        ApiAnswer answer = sendPaced(request, request.isWrite() ? Pace.Kind.WRITE : Pace.Kind.READ);
        answer.failure().ifPresent(failure -> {
            throw failure;
        });
        return answer;
    }

    /** Whatever comes of it, the request counts. */
    private ApiAnswer sendPaced(ApiRequest request, Pace.Kind kind) {
        ApiUsers.Account account = users.take(kind);
        boolean refused = false;
        try {
            ApiAnswer answer = exchange(request, account.user());
            refused = answer.isLimitReached(json);
            if (refused) {
                throw users.refused(account, kind);
            }
            return answer;
        } finally {
            if (!refused) {
                users.ended(account, kind);
            }
        }
    }

    private ApiAnswer exchange(ApiRequest request, ApiUser user) {
        try {
            RestClient.RequestBodySpec unsent = http.method(request.method())
                    .uri(request.uri())
                    .header("X-Api-Signature", RequestSignature.of(user, properties.userAgent(), clock.instant()))
                    .header(HttpHeaders.USER_AGENT, properties.userAgent())
                    .accept(MediaType.APPLICATION_JSON);
            if (request.isWrite()) {
                unsent.contentType(MediaType.APPLICATION_FORM_URLENCODED).body(request.body());
            }
            return unsent.exchangeForRequiredValue((sent, response) -> ApiAnswer.read(response));
        } catch (RestClientException noAnswer) {
            // Without the cause: it names the address, and may quote what came back.
            throw ApiAnswer.unavailable("The provider did not answer.");
        }
    }
}

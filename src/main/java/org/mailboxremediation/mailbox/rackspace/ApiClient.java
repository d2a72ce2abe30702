package org.mailboxremediation.mailbox.rackspace;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.mailboxremediation.mailbox.ProviderFailure;
import org.mailboxremediation.outbox.Pace;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Speaks HTTP with the provider: signs, paces, bounds, and throws nothing but {@link ProviderFailure}. */
@Component
@ConditionalOnProperty(name = "remediation.provider", havingValue = "rackspace", matchIfMissing = true)
final class ApiClient implements DisposableBean {

    private static final ContentType FORM = ContentType.create("application/x-www-form-urlencoded");

    private final RackspaceProperties properties;
    private final ApiUsers users;
    private final ApiConnections connections;
    private final ObjectMapper json;
    private final Clock clock;

    ApiClient(RackspaceProperties properties, ApiUsers users, ObjectMapper json, Clock clock) {
        this.properties = properties;
        this.users = users;
        this.connections = new ApiConnections(properties.connectTimeout(), properties.readTimeout());
        this.json = json;
        this.clock = clock;
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
        HttpUriRequestBase unsent = new HttpUriRequestBase(request.method().name(), request.uri());
        unsent.setHeader("X-Api-Signature", RequestSignature.of(user, properties.userAgent(), clock.instant()));
        unsent.setHeader(HttpHeaders.USER_AGENT, properties.userAgent());
        unsent.setHeader(HttpHeaders.ACCEPT, ContentType.APPLICATION_JSON.getMimeType());
        if (request.isWrite()) {
            unsent.setEntity(new ByteArrayEntity(request.body(), FORM));
        }
        try {
            return connections.exchange(unsent);
        } catch (IOException noAnswer) {
            // Without the cause: it names the address, and may quote what came back.
            throw ApiAnswer.unavailable("The provider did not answer.");
        }
    }

    @Override
    public void destroy() throws IOException {
        connections.close();
    }
}

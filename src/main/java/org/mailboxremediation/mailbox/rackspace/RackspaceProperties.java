package org.mailboxremediation.mailbox.rackspace;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the Rackspace Email API is reached.
 *
 * @param baseUrl up to and including the version, as {@code https://api.emailsrvr.com/v1}
 * @param account the customer account's number, or {@code me}
 * @param users whose keys sign the requests, in turn; their request limits add up
 * @param readsPerMinute GETs a user may make in a minute; 0 = unlimited
 * @param writesPerMinute other requests a user may make in a minute; 0 = unlimited
 * @param userAgent what we call ourselves; part of each signature
 * @param connectTimeout how long a connection may take
 * @param readTimeout how long one request may take, its answer included
 * @param totalTimeout how long one operation may take, all its requests included
 */
@ConfigurationProperties("remediation.rackspace")
@ConditionalOnProperty(name = "remediation.provider", havingValue = "rackspace", matchIfMissing = true)
public record RackspaceProperties(
        @Nullable URI baseUrl,
        @DefaultValue("me") String account,
        @DefaultValue List<ApiUser> users,
        @DefaultValue("60") int readsPerMinute,
        @DefaultValue("30") int writesPerMinute,
        @DefaultValue("mailbox-remediation") String userAgent,
        @DefaultValue("3s") Duration connectTimeout,
        @DefaultValue("10s") Duration readTimeout,
        @DefaultValue("20s") Duration totalTimeout) {

    public RackspaceProperties {
        users = List.copyOf(users);
        if (readsPerMinute < 0 || writesPerMinute < 0) {
            throw new IllegalArgumentException("remediation.rackspace: requests per minute must not be negative");
        }
        if (totalTimeout.compareTo(connectTimeout.plus(readTimeout)) < 0) {
            throw new IllegalArgumentException(
                    "remediation.rackspace.total-timeout must allow for one request: connect-timeout and read-timeout");
        }
    }

    /**
     * The base URL, without a slash at its end.
     *
     * @throws IllegalStateException naming the property if it is missing or would send keys in clear over a network
     */
    String requiredBaseUrl() {
        if (baseUrl == null) {
            throw new IllegalStateException("remediation.rackspace.base-url is not set");
        }
        if (!"https".equals(baseUrl.getScheme()) && !isThisMachine(baseUrl)) {
            throw new IllegalStateException("remediation.rackspace.base-url must be https, except on this machine");
        }
        return baseUrl.toString().replaceFirst("/$", "");
    }

    /**
     * The users, of whom there is at least one.
     *
     * @throws IllegalStateException naming the property if there is none
     */
    List<ApiUser> requiredUsers() {
        if (users.isEmpty()) {
            throw new IllegalStateException(
                    "remediation.rackspace.users[0].user-key and remediation.rackspace.users[0].secret-key are not set");
        }
        return users;
    }

    private static boolean isThisMachine(URI url) {
        return "http".equals(url.getScheme())
                && List.of("localhost", "127.0.0.1", "[::1]").contains(String.valueOf(url.getHost()));
    }
}

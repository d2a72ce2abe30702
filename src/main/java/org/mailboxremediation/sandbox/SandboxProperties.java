package org.mailboxremediation.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Profile;

/**
 * The embedded mail system's settings.
 *
 * @param imapPort 0 takes any free one, see {@link SandboxPorts}
 * @param smtpPort 0 takes any free one, see {@link SandboxPorts}
 * @param extraMailboxes how many of {@code user00001@example.com} and on to add, 0 to 99999
 * @param latency of each API answer, from the arrival of its request
 * @param readsPerMinute per API user; 0 is unlimited
 * @param writesPerMinute per API user; 0 is unlimited
 * @param account the customer account number
 * @param userKey the API user; by default the documentation's sample
 * @param secretKey its secret; by default the documentation's sample
 * @param additionalUsers more API users, each with its own budget
 * @param assume what no document says
 */
@Profile("sandbox")
@ConfigurationProperties("remediation.sandbox")
public record SandboxProperties(
        @DefaultValue("3143") int imapPort,
        @DefaultValue("3025") int smtpPort,
        @DefaultValue("0") int extraMailboxes,
        @DefaultValue("0ms") Duration latency,
        @DefaultValue("60") int readsPerMinute,
        @DefaultValue("30") int writesPerMinute,
        @DefaultValue("100000") String account,
        @DefaultValue("eGbq9/2hcZsRlr1JV1Pi") String userKey,
        @DefaultValue("QHOvchm/40czXhJ1OxfxK7jDHr3t") String secretKey,
        @DefaultValue List<ApiUser> additionalUsers,
        @DefaultValue Assumptions assume) {

    public SandboxProperties {
        if (extraMailboxes < 0 || extraMailboxes > 99_999) {
            throw new IllegalArgumentException("remediation.sandbox.extra-mailboxes must be 0 to 99999");
        }
        if (latency.isNegative() || readsPerMinute < 0 || writesPerMinute < 0) {
            throw new IllegalArgumentException("remediation.sandbox: latency and limits must not be negative");
        }
        additionalUsers = List.copyOf(additionalUsers);
    }

    /** All API users, the first one included. */
    public List<ApiUser> users() {
        return Stream.concat(Stream.of(new ApiUser(userKey, secretKey)), additionalUsers.stream())
                .toList();
    }

    @Override
    public String toString() {
        return "SandboxProperties[imapPort=" + imapPort + ", smtpPort=" + smtpPort + ", extraMailboxes="
                + extraMailboxes + ", account=" + account + "]";
    }

    /** A pair of API keys. */
    public record ApiUser(String userKey, String secretKey) {

        @Override
        public String toString() {
            return "ApiUser[••••]";
        }
    }
}

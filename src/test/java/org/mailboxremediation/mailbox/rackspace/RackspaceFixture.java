package org.mailboxremediation.mailbox.rackspace;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.mailboxremediation.mailbox.MailboxProvider;

/** The adapter without Spring, against any server on this machine. */
public final class RackspaceFixture {

    static final ApiUser USER = new ApiUser("sample-user-key", "sample-secret-key");

    private RackspaceFixture() {}

    /** An adapter for account 100000 that never waits for budget. */
    public static MailboxProvider unlimited(String baseUrl, String userKey, String secretKey, Clock clock) {
        return provider(properties(baseUrl, List.of(new ApiUser(userKey, secretKey)), 0, 0), clock);
    }

    static MailboxProvider provider(RackspaceProperties properties, Clock clock) {
        return provider(properties, new ApiUsers(properties, clock), clock);
    }

    static MailboxProvider provider(RackspaceProperties properties, ApiUsers users, Clock clock) {
        return new RackspaceMailboxProvider(
                new ApiClient(properties, users, new ObjectMapper(), clock), properties, clock);
    }

    static RackspaceProperties properties(String baseUrl, List<ApiUser> users, int reads, int writes) {
        return new RackspaceProperties(
                URI.create(baseUrl),
                "100000",
                users,
                reads,
                writes,
                "mailbox-remediation",
                Duration.ofSeconds(5),
                Duration.ofSeconds(2),
                Duration.ofSeconds(15));
    }
}

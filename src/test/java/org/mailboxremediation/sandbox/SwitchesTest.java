package org.mailboxremediation.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.database.DatabaseKind;
import org.mailboxremediation.database.TestDatabase;

/** What a start decides: limits, latency, assumptions, and what it finds in the database. */
@Tag(DatabaseKind.TAG)
class SwitchesTest {

    private static final String NEW = "Kx7-blue-Harbour";

    @Test
    void theThirtyFirstWriteOfAMinuteIsRefusedByItsMessage() {
        try (RunningSandbox sandbox = RunningSandbox.start()) {
            for (int write = 0; write < 30; write++) {
                assertThat(sandbox.api().put(ApiClient.ALICE, "title=x").statusCode())
                        .isEqualTo(200);
            }
            HttpResponse<String> refused = sandbox.api().put(ApiClient.ALICE, "title=x");
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).isEqualTo("{\"unauthorizedFault\":{\"message\":\"Exceeded request limits\"}}");
            assertThat(refused.headers().firstValue("x-error-message")).contains("Exceeded request limits");
            assertThat(sandbox.api().get(ApiClient.ALICE).statusCode()).isEqualTo(200);
            sandbox.clock().advance(Duration.ofMinutes(1));
            assertThat(sandbox.api().put(ApiClient.ALICE, "title=x").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void aRestartKeepsChangesAndSeedsOnlyWhatIsMissing() {
        try (TestDatabase database = TestDatabase.empty(DatabaseKind.chosen())) {
            try (RunningSandbox first = RunningSandbox.startOn(database)) {
                first.api().put(ApiClient.ALICE, "password=" + NEW + "&emailForwardingAddresses=");
                first.api().put(ApiClient.DOMAIN + "/rs/mailboxes/bob", "enabled=false");
            }
            assertThatChangesAreKept(database);
        }
    }

    private static void assertThatChangesAreKept(TestDatabase database) {
        try (RunningSandbox second = RunningSandbox.startOn(database, "extra-mailboxes=1")) {
            assertThat(login(second, "alice", NEW)).startsWith("235");
            assertThat(login(second, "alice", "Sandbox-alice-1")).startsWith("535");
            assertThat(login(second, "bob", "Sandbox-bob-1")).startsWith("535");
            assertThat(login(second, "user00001", "Sandbox-user00001-1")).startsWith("235");
            assertThat(second.api().get(ApiClient.ALICE).body()).contains("\"emailForwardingAddressList\":[]");
        }
    }

    @Test
    void assumptionsCanBeTurnedRound() {
        try (RunningSandbox sandbox = RunningSandbox.start(
                "assume.old-block-list-routes=false",
                "assume.size-over-250=refuse",
                "assume.empty-page-omits-array=true",
                "assume.duplicate-block-entry-status=409",
                "assume.missing-block-entry-status=200",
                "assume.password-name-rule=false",
                "assume.empty-text-as-blank=true",
                "assume.clear-forwarding-by-empty=false",
                "latency=20ms")) {
            ApiClient api = sandbox.api();
            String list = ApiClient.DOMAIN + "/spam/blocklist/bad.example";
            assertThat(api.get(ApiClient.DOMAIN + "/spam/blacklist").statusCode())
                    .isEqualTo(404);
            assertThat(api.get(ApiClient.DOMAIN + "/rs/mailboxes?size=251").statusCode())
                    .isEqualTo(400);
            assertThat(api.get(ApiClient.DOMAIN + "/rs/mailboxes?offset=99").body())
                    .doesNotContain("rsMailboxes");
            assertThat(api.delete(list).statusCode()).isEqualTo(200);
            assertThat(api.post(list, "").statusCode()).isEqualTo(200);
            assertThat(api.post(list, "").statusCode()).isEqualTo(409);
            assertThat(api.put(ApiClient.ALICE, "password=Sandbox-alice-2").statusCode())
                    .isEqualTo(200);
            assertThat(api.put(ApiClient.ALICE, "emailForwardingAddresses=").statusCode())
                    .isEqualTo(200);
            assertThat(api.get(ApiClient.ALICE).body())
                    .contains("collector@outside.example")
                    .contains("\"title\":\" \"");
        }
    }

    @Test
    void aTakenPortStopsTheStartAndNamesTheProperty() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> RunningSandbox.start("imap-port=" + taken.getLocalPort()))
                    .hasStackTraceContaining("remediation.sandbox.imap-port");
        }
    }

    private static String login(RunningSandbox sandbox, String name, String password) {
        try (LineClient smtp = new LineClient(sandbox.smtpPort())) {
            return smtp.smtpLogin(name + "@example.com", password);
        }
    }
}

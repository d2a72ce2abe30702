package org.mailboxremediation.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailboxremediation.database.DatabaseKind;

@Tag(DatabaseKind.TAG)
class MailboxApiTest {

    private static RunningSandbox sandbox;
    private static ApiClient api;

    @BeforeAll
    static void start() {
        sandbox = RunningSandbox.start("reads-per-minute=0", "writes-per-minute=0", "extra-mailboxes=300");
        api = sandbox.api();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @Test
    void aliceIsSeededAsCompromised() {
        JsonNode alice = ApiClient.json(api.get(ApiClient.ALICE));
        assertThat(alice.path("enabled").asBoolean()).isTrue();
        assertThat(alice.path("emailForwardingAddressList").path(0).asText()).isEqualTo("collector@outside.example");
        assertThat(alice.path("enableVacationMessage").asBoolean()).isTrue();
        assertThat(alice.path("createdDate").asText()).isEqualTo("3/2/2026 9:30:10 AM");
        assertThat(alice.path("lastLogin").asText()).isEmpty();
        assertThat(alice.has("password")).isFalse();
    }

    @Test
    void anEmptyListClearsForwarding() {
        api.put(mailbox("user00001"), "emailForwardingAddresses=a%40outside.example&saveForwardedEmail=false");
        api.put(mailbox("user00001"), "emailForwardingAddresses=&saveForwardedEmail=true");
        assertThat(ApiClient.json(api.get(mailbox("user00001"))).path("emailForwardingAddressList"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ab1-xyz", "abcdefgh1", "ABCDEFGH", "xUser00002-77", "Short-1"})
    void weakPasswordsAreRefusedWithoutBeingRepeated(String password) {
        HttpResponse<String> refused = api.put(mailbox("user00002"), "password=" + password);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(ApiClient.json(refused).has("validationFault")).isTrue();
        assertThat(refused.body() + refused.headers()).doesNotContain(password);
    }

    @Test
    void pagesAreOf50AndAtMost250() {
        assertThat(index("").path("rsMailboxes")).hasSize(50);
        assertThat(index("?size=1000").path("rsMailboxes")).hasSize(250);
        JsonNode second = index("?size=250&offset=250");
        assertThat(second.path("rsMailboxes")).hasSize(54);
        assertThat(second.path("total").asInt()).isEqualTo(304);
        assertThat(index("?offset=9999").path("rsMailboxes")).isEmpty();
        assertThat(api.get(ApiClient.DOMAIN + "/rs/mailboxes?size=x").statusCode())
                .isEqualTo(400);
    }

    @Test
    void indexSearchesAndNamesWhatIsAskedFor() {
        assertThat(index("?startswith=b").path("total").asInt()).isEqualTo(1);
        assertThat(index("?contains=ER0029").path("total").asInt()).isEqualTo(10);
        assertThat(index("?startswith=0-9").path("total").asInt()).isZero();
        JsonNode plain = index("?startswith=bob").path("rsMailboxes").path(0);
        assertThat(plain.has("enabled")).isFalse();
        JsonNode more = index("?startswith=bob&fields=enabled,createdDate")
                .path("rsMailboxes")
                .path(0);
        assertThat(more.path("enabled").asBoolean()).isTrue();
        assertThat(api.get(ApiClient.DOMAIN + "/rs/mailboxes?startswith=a&contains=b")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void indexFindsTheDisabled() {
        api.put(mailbox("user00003"), "enabled=false");
        assertThat(index("?enabled=false")
                        .path("rsMailboxes")
                        .path(0)
                        .path("name")
                        .asText())
                .isEqualTo("user00003");
    }

    @Test
    void mailboxesAreAddedRenamedAndDeleted() {
        assertThat(api.post(mailbox("new.one"), "password=Kx7-blue-Harbour&size=10240")
                        .statusCode())
                .isEqualTo(200);
        assertThat(api.post(mailbox("new.one"), "password=Kx7-blue-Harbour").statusCode())
                .isEqualTo(400);
        assertThat(api.put(mailbox("new.one"), "name=newer").statusCode()).isEqualTo(200);
        assertThat(api.get(mailbox("new.one")).statusCode()).isEqualTo(404);
        assertThat(api.put(mailbox("newer"), "name=bob").statusCode()).isEqualTo(400);
        assertThat(api.delete(mailbox("newer")).statusCode()).isEqualTo(200);
        assertThat(api.delete(mailbox("newer")).statusCode()).isEqualTo(404);
        assertThat(api.post(mailbox("newer"), "size=1").body()).contains("Missing required field: password");
    }

    @Test
    void otherDomainsAndExchangeHaveNoMailboxHere() {
        assertThat(api.get("/v1/domains/exchange.example.org/rs/mailboxes/bob").statusCode())
                .isEqualTo(404);
        assertThat(api.get("/v1/domains/example.net/rs/mailboxes/it-desk").statusCode())
                .isEqualTo(404);
        assertThat(api.get("/v1/customers/4711/domains/example.com").body()).contains("Customer Not Found");
        assertThat(api.get("/v0/domains").statusCode()).isEqualTo(404);
    }

    @Test
    void domainsShowTheirServiceType() {
        JsonNode domains = ApiClient.json(api.get("/v1/customers/all/domains")).path("domains");
        assertThat(domains.findValuesAsText("serviceType")).containsExactly("rsemail", "exchange");
        assertThat(ApiClient.json(api.get(ApiClient.DOMAIN))
                        .path("accountNumber")
                        .asText())
                .isEqualTo("100000");
    }

    @Test
    void theCatchAllIsReadAndWritten() {
        String path = ApiClient.DOMAIN + "/catchAllAddress";
        assertThat(api.get(path).body()).isEqualTo("{\"address\":\"\"}");
        api.put(path, "address=carol@example.com");
        assertThat(api.get(path).body()).isEqualTo("{\"address\":\"carol@example.com\"}");
        api.put(path, "address=");
        assertThat(api.get(path).body()).isEqualTo("{\"address\":\"\"}");
    }

    private static String mailbox(String name) {
        return ApiClient.DOMAIN + "/rs/mailboxes/" + name;
    }

    private static JsonNode index(String query) {
        return ApiClient.json(api.get(ApiClient.DOMAIN + "/rs/mailboxes" + query));
    }
}

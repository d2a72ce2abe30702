package org.mailboxremediation.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.database.DatabaseKind;

/** Requests as public clients of the real API send them, each named after its client and habit. */
@Tag(DatabaseKind.TAG)
class ClientHabitsTest {

    private static final String V2 = "/v2/customers/me/domains/example.com";

    private static RunningSandbox sandbox;
    private static ApiClient api;

    @BeforeAll
    static void start() {
        sandbox = RunningSandbox.start("reads-per-minute=0", "writes-per-minute=0", "extra-mailboxes=96");
        api = sandbox.api();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @Test
    void mydorSendsPythonBooleansInForms() {
        assertOk(api.put(mailbox("user00001"), "enabled=False&enableVacationMessage=True"));
        assertThat(show("user00001").path("enabled").asBoolean(true)).isFalse();
        assertThat(show("user00001").path("enableVacationMessage").asBoolean()).isTrue();
    }

    @Test
    void mydorUsesTrailingSlashesAndAsksForOnePagePastTheEnd() {
        HttpResponse<String> last = api.get(ApiClient.DOMAIN + "/rs/mailboxes/?size=50&offset=100");
        assertOk(last);
        assertThat(ApiClient.json(last).path("total").asInt()).isEqualTo(100);
        assertThat(ApiClient.json(last).path("rsMailboxes")).isEmpty();
        assertOk(api.get(ApiClient.DOMAIN + "/rs/aliases/"));
    }

    @Test
    void mydorEditsListsInBulkWithEncodedPercents() {
        String list = mailbox("user00002") + "/spam/ipblocklist";
        assertOk(api.put(list, "addList=198.51.100.7%2C203.0.113.%25&removeList=192.0.2.7"));
        assertThat(api.get(list).body()).isEqualTo("{\"addresses\":[\"198.51.100.7\",\"203.0.113.%\"]}");
    }

    @Test
    void mydorReadsFromAFaultWhetherAMailboxIsRecoverable() {
        HttpResponse<String> absent = api.get(mailbox("nobody"));
        assertThat(absent.statusCode()).isEqualTo(404);
        JsonNode fault = ApiClient.json(absent).path("itemNotFoundFault");
        assertThat(fault.path("additionalData").path("isRecoverable").isBoolean())
                .isTrue();
    }

    @Test
    void mydorSendsAMisspeltForwardingFieldThatChangesNothing() {
        assertOk(api.put(mailbox("user00003"), "enableForwardingAddresses=x@outside.example"));
        assertThat(show("user00003").path("emailForwardingAddressList")).isEmpty();
    }

    @Test
    void rackmailSendsJsonAndRepliesAreEmpty() {
        ApiClient json = api.with("Content-Type", "application/json");
        HttpResponse<String> disabled = json.put(mailbox("user00004"), "{\"enabled\":false}");
        assertOk(disabled);
        assertThat(disabled.body()).isEmpty();
        assertOk(json.put(mailbox("user00004"), "{\"password\":\"Kx7-blue-Harbour\"}"));
        assertThat(show("user00004").path("enabled").asBoolean(true)).isFalse();
    }

    @Test
    void rackmailAddsWithAPasswordOnlyAndDeletesWithABody() {
        ApiClient json = api.with("Content-Type", "application/json");
        assertOk(json.post(mailbox("fresh"), "{\"password\":\"Kx7-blue-Harbour\"}"));
        assertThat(show("fresh").path("size").asInt()).isEqualTo(25_600);
        assertOk(json.send("DELETE", mailbox("fresh"), BodyPublishers.ofString("{\"x\":1}")));
    }

    @Test
    void rackmailReplaysOneOldSignature() {
        ApiClient replaying = api.with("X-Api-Signature", ApiClient.signature("20010308143725"));
        assertOk(replaying.get(mailbox("bob")));
        assertOk(replaying.get(mailbox("bob")));
    }

    @Test
    void rustLeavesTheCustomerOutAndAsksForLimitInsteadOfSize() {
        HttpResponse<String> index = api.get("/v1/domains/example.com/rs/mailboxes?limit=7");
        assertOk(index);
        assertThat(ApiClient.json(index).path("rsMailboxes")).hasSize(50);
    }

    @Test
    void doverUsesVersion2AndTheOldListNames() {
        assertOk(api.post(V2 + "/spam/blacklist/spammer@bad.example", ""));
        assertThat(api.get(V2 + "/spam/blocklist").body()).contains("spammer@bad.example");
        assertOk(api.delete(V2 + "/spam/blacklist/spammer@bad.example"));
        assertOk(api.put(
                V2 + "/rs/mailboxes/user00005", "emailForwardingAddresses=a@outside.example, b@outside.example"));
        assertThat(show("user00005").path("emailForwardingAddressList")).hasSize(2);
    }

    @Test
    void doverRestoresADeletedMailbox() {
        assertOk(api.delete(mailbox("user00006")));
        HttpResponse<String> gone = api.get(mailbox("user00006"));
        assertThat(gone.body()).contains("\"isRecoverable\":true");
        assertOk(api.post(mailbox("user00006"), "recoverDeleted=true&password=Kx7-blue-Harbour"));
        assertOk(api.get(mailbox("user00006")));
    }

    @Test
    void rubyWritesSegmentsInAnyCaseAndNamesToo() {
        assertOk(api.get("/v1/Customers/100000/Domains/Example.com/RS/Mailboxes/Bob"));
    }

    @Test
    void vendorClientsReadTheErrorHeaderAndTheFault() {
        HttpResponse<String> refused = api.with("X-Api-Signature", "a:b:c").get(mailbox("bob"));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.headers().firstValue("x-error-message")).isPresent();
        assertThat(ApiClient.json(refused)
                        .path("unauthorizedFault")
                        .path("message")
                        .asText())
                .isEqualTo(refused.headers().firstValue("x-error-message").orElseThrow());
    }

    @Test
    void xmlClientsGetXml() {
        HttpResponse<String> shown = api.with("Accept", "text/xml").get(ApiClient.ALICE);
        assertThat(shown.headers().firstValue("Content-Type")).contains("text/xml;charset=utf-8");
        assertThat(shown.body())
                .contains("<rsMailbox xmlns=\"urn:xml:rsMailbox\">")
                .contains("<emailForwardingAddressList><emailAddress>collector@outside.example</emailAddress>");
        assertThat(api.with("Accept", "text/xml")
                        .get(ApiClient.DOMAIN + "/rs/mailboxes?size=1")
                        .body())
                .contains("<rsMailboxList xmlns=\"urn:xml:rsMailboxList\">")
                .contains("<rsMailboxes><rsMailbox><name>alice</name>");
        assertThat(api.with("Accept", "text/xml").get(mailbox("nobody")).body()).contains("<itemNotFoundFault>");
        assertThat(api.with("Accept", "text/xml")
                        .get(ApiClient.DOMAIN + "/rs/aliases/sales")
                        .body())
                .contains("<emailAddress>bob@example.com</emailAddress><emailAddress>carol@example.com");
    }

    @Test
    void powershellEditsOneFieldAndKeepsTheRest() {
        assertOk(api.put(mailbox("user00007"), "firstName=Ada&customID=x-17"));
        assertThat(show("user00007").path("contactInfo").path("firstName").asText())
                .isEqualTo("Ada");
        assertThat(show("user00007").path("displayName").asText()).isEqualTo("user00007");
        assertThat(ApiClient.json(api.get(ApiClient.DOMAIN + "/rs/mailboxes?contains=X-17"))
                        .path("total")
                        .asInt())
                .isEqualTo(1);
    }

    private static String mailbox(String name) {
        return ApiClient.DOMAIN + "/rs/mailboxes/" + name;
    }

    private static JsonNode show(String name) {
        return ApiClient.json(api.get(mailbox(name)));
    }

    private static void assertOk(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    }
}

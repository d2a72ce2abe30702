package org.mailboxremediation.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.database.DatabaseKind;

/** Aliases, spam settings, block and safe lists. */
@Tag(DatabaseKind.TAG)
class SettingsApiTest {

    private static final String ALIASES = ApiClient.DOMAIN + "/rs/aliases/";

    private static RunningSandbox sandbox;
    private static ApiClient api;

    @BeforeAll
    static void start() {
        sandbox = RunningSandbox.start("reads-per-minute=0", "writes-per-minute=0", "extra-mailboxes=60");
        api = sandbox.api();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @Test
    void theSeededAliasShowsItsMembersNested() {
        JsonNode sales = ApiClient.json(api.get(ALIASES + "Sales"));
        assertThat(sales.path("emailAddressList").path("emailAddress"))
                .extracting(JsonNode::asText)
                .containsExactly("bob@example.com", "carol@example.com");
        JsonNode item = ApiClient.json(api.get(ALIASES)).path("aliases").findParent("name");
        assertThat(item).isNotNull();
    }

    @Test
    void aSingleMemberIsNamedInTheIndex() {
        api.post(ALIASES + "aaa-first", "aliasEmails=dave@example.com");
        JsonNode first = ApiClient.json(api.get(ALIASES)).path("aliases").path(0);
        assertThat(first.path("singleMemberName").asText()).isEqualTo("dave@example.com");
        assertThat(first.path("numberOfMembers").asInt()).isEqualTo(1);
    }

    @Test
    void membersComeAndGoOneByOneButNeverTheLast() {
        api.post(ALIASES + "duo", "aliasEmails=bob@example.com");
        assertOk(api.post(ALIASES + "duo/carol@example.com", ""));
        assertOk(api.delete(ALIASES + "duo/bob%40example.com"));
        assertRefused(
                api.delete(ALIASES + "duo/bob@example.com"),
                "Email address bob@example.com does not exist in alias duo.");
        assertRefused(api.delete(ALIASES + "duo/carol@example.com"), "An alias must point to a valid email address.");
        assertOk(api.delete(ALIASES + "duo"));
        assertThat(api.delete(ALIASES + "duo").statusCode()).isEqualTo(404);
    }

    @Test
    void aliasesHaveLimits() {
        assertOk(api.post(ALIASES + "many", "aliasEmails=" + members(50, "user%05d@example.com")));
        assertRefused(
                api.put(ALIASES + "many", "aliasEmails=" + members(51, "user%05d@example.com")),
                "Max number of local email recipients reached.");
        assertOk(api.put(ALIASES + "many", "aliasEmails=" + members(4, "x%d@outside.example")));
        assertRefused(
                api.put(ALIASES + "many", "aliasEmails=" + members(5, "x%d@outside.example")),
                "Max number of non-local email recipients reached.");
        assertRefused(
                api.post(ALIASES + "ghost", "aliasEmails=ghost@example.com"),
                "An alias must point to a valid email address."
                        + " The following email addresses do not exist: ghost@example.com");
    }

    @Test
    void spamSettingsFollowTheDomainUntilTheMailboxHasItsOwn() {
        String domain = ApiClient.DOMAIN + "/spam/settings";
        String mailbox = ApiClient.DOMAIN + "/rs/mailboxes/user00001/spam/settings";
        assertOk(api.put(domain, "filterLevel=exclusive"));
        assertThat(level(mailbox)).isEqualTo("exclusive");
        assertOk(api.put(
                mailbox,
                "filterLevel=on&rsEmail.spamHandling=toAddress"
                        + "&rsEmail.spamForwardingAddress=collector@outside.example"));
        JsonNode own = ApiClient.json(api.get(mailbox)).path("rsEmailSettings");
        assertThat(own.path("spamForwardingAddress").asText()).isEqualTo("collector@outside.example");
        assertOk(api.put(domain, "filterLevel=on&overrideUserSettings=True"));
        assertThat(ApiClient.json(api.get(mailbox))
                        .path("rsEmailSettings")
                        .path("spamHandling")
                        .asText())
                .isEqualTo("toFolder");
    }

    @Test
    void spamSettingsThatExcludeEachOtherAreRefused() {
        String path = ApiClient.DOMAIN + "/rs/mailboxes/user00002/spam/settings";
        assertThat(api.put(path, "rsEmail.spamHandling=delete").body()).contains("Missing required field: filterLevel");
        assertThat(api.put(path, "filterLevel=on&rsEmail.spamHandling=toAddress")
                        .statusCode())
                .isEqualTo(400);
        assertThat(api.put(path, "filterLevel=on&rsEmail.spamHandling=delete&rsEmail.hasFolderCleaner=true")
                        .statusCode())
                .isEqualTo(400);
        assertThat(api.put(path, "filterLevel=maybe").statusCode()).isEqualTo(400);
    }

    @Test
    void listEntriesAreAddedOnceAndRemovedOnce() {
        String list = ApiClient.DOMAIN + "/spam/blocklist";
        assertOk(api.post(list + "/eve@bad.example", ""));
        assertOk(api.post(list + "/eve@bad.example", ""));
        assertThat(api.get(list).body()).isEqualTo("{\"addresses\":[\"eve@bad.example\"]}");
        assertOk(api.delete(list + "/eve@bad.example"));
        assertThat(api.delete(list + "/eve@bad.example").statusCode()).isEqualTo(404);
        assertThat(api.post(list + "/%25", "").statusCode()).isEqualTo(400);
        assertThat(api.post(ApiClient.DOMAIN + "/spam/ipblocklist/192.0.2.0%2F24", "")
                        .statusCode())
                .isEqualTo(400);
        assertThat(api.get(ApiClient.DOMAIN + "/spam/nolist").statusCode()).isEqualTo(404);
    }

    private static String members(int count, String format) {
        return IntStream.rangeClosed(1, count).mapToObj(format::formatted).collect(Collectors.joining(","));
    }

    private static String level(String path) {
        return ApiClient.json(api.get(path)).path("filterLevel").asText();
    }

    private static void assertOk(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    }

    private static void assertRefused(HttpResponse<String> response, String message) {
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(ApiClient.json(response)
                        .path("validationFault")
                        .path("message")
                        .asText())
                .isEqualTo(message);
    }
}

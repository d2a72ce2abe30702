package org.mailboxremediation.mailbox.rackspace;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mailboxremediation.CaseDatabase;
import org.mailboxremediation.MovableClock;
import org.mailboxremediation.credential.Secret;
import org.mailboxremediation.incident.MailboxAddress;
import org.mailboxremediation.mailbox.BlockListKind;
import org.mailboxremediation.mailbox.MailboxProvider;
import org.mailboxremediation.mailbox.MailboxState;

final class RackspaceRequestsTest {

    @RegisterExtension
    static final WireMockExtension API = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort())
            .build();

    private static final MailboxAddress ALICE = MailboxAddress.parse("alice@example.com");
    private static final String DOMAIN = "/v1/customers/100000/domains/example.com";
    private static final String MAILBOX = DOMAIN + "/rs/mailboxes/alice";

    private final MailboxProvider provider = RackspaceFixture.unlimited(
            API.baseUrl() + "/v1/", "sample-user-key", "sample-secret-key", new MovableClock(CaseDatabase.START));

    @BeforeEach
    void answerEverything() {
        API.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(200)));
    }

    @Test
    void readsTheShapeThatIsShown() {
        answer(MAILBOX, """
                {"name":"alice","displayName":" ","enabled":true,"emailForwardingAddressList":["out@example.net"," "],
                 "saveForwardedEmail":false,"enableVacationMessage":true,"vacationMessage":"gone","new":{"field":1}}
                """);

        assertThat(provider.show(ALICE))
                .isEqualTo(new MailboxState(true, "", List.of("out@example.net"), false, true, "gone"));
    }

    @Test
    void signsEachRequestAndAsksForJson() {
        answer(MAILBOX, "{\"enabled\":true}");
        provider.show(ALICE);

        ApiUser user = RackspaceFixture.USER;
        API.verify(getRequestedFor(urlEqualTo(MAILBOX))
                .withHeader("User-Agent", equalTo("mailbox-remediation"))
                .withHeader("Accept", equalTo("application/json"))
                .withHeader(
                        "X-Api-Signature",
                        equalTo(RequestSignature.of(user, "mailbox-remediation", CaseDatabase.START))));
    }

    @Test
    void changesPasswordAndBlocksInOneWrite() {
        provider.changePasswordAndBlock(ALICE, Secret.of("a+b&c=d %é"));

        API.verify(1, putRequestedFor(anyUrl()));
        API.verify(putRequestedFor(urlEqualTo(MAILBOX))
                .withFormParam("password", equalTo("a+b&c=d %é"))
                .withFormParam("enabled", equalTo("false")));
    }

    @Test
    void clearsForwardingUnderTheNameThatIsWritten() {
        provider.clearForwarding(ALICE);

        API.verify(putRequestedFor(urlEqualTo(MAILBOX))
                .withFormParam("emailForwardingAddresses", equalTo(""))
                .withFormParam("saveForwardedEmail", equalTo("true")));
    }

    @Test
    void sendsAllSpamSettingsThatGoTogetherAndNoOther() {
        answer(MAILBOX + "/spam/settings", """
                {"filterLevel":"exclusive","rsEmailSettings":{"hasFolderCleaner":true,"spamFolderAgeLimit":14,
                 "spamFolderNumLimit":0,"spamForwardingAddress":"out@example.net","spamHandling":"toAddress"}}
                """);

        assertThat(provider.spamForwarding(ALICE)).contains("out@example.net");
        provider.clearSpamForwarding(ALICE);

        assertThat(API.findAll(putRequestedFor(urlEqualTo(MAILBOX + "/spam/settings"))))
                .singleElement()
                .satisfies(sent -> assertThat(sent.getBodyAsString())
                        .isEqualTo("filterLevel=exclusive&rsEmail.hasFolderCleaner=true"
                                + "&rsEmail.spamFolderAgeLimit=14&rsEmail.spamFolderNumLimit=0"
                                + "&rsEmail.spamHandling=toFolder"));
    }

    @Test
    void encodesWhateverStandsInAPath() {
        provider.block("example.com", BlockListKind.IP, "192.0.2.%");
        provider.block("example.com", BlockListKind.ADDRESS, "../x/y?z");

        API.verify(postRequestedFor(urlEqualTo(DOMAIN + "/spam/ipblocklist/192.0.2.%25")));
        API.verify(postRequestedFor(urlEqualTo(DOMAIN + "/spam/blocklist/..%2Fx%2Fy%3Fz")));
    }

    @Test
    void findsTheAliasesThatDeliverToTheMailbox() {
        answer(DOMAIN + "/rs/aliases?size=250&offset=0", """
                {"aliases":[{"name":"one","numberOfMembers":1,"singleMemberName":"alice"},
                 {"name":"other","numberOfMembers":1,"singleMemberName":"bob@example.com"}],"total":3}
                """);
        answer(
                DOMAIN + "/rs/aliases?size=250&offset=2",
                "{\"aliases\":[{\"name\":\"sales\",\"numberOfMembers\":2}],\"total\":3}");
        Map<String, String> members = Map.of(
                "sales", "{\"emailAddressList\":{\"emailAddress\":[\"bob@example.com\",\"Alice@example.com\"]}}");
        members.forEach((alias, body) -> answer(DOMAIN + "/rs/aliases/" + alias, body));

        assertThat(provider.aliasesOf(ALICE))
                .extracting(MailboxAddress::asString)
                .containsExactly("one@example.com", "sales@example.com");
        provider.aliasesOf(ALICE);
        API.verify(1, getRequestedFor(urlEqualTo(DOMAIN + "/rs/aliases/sales")));
    }

    private static void answer(String path, String json) {
        API.stubFor(get(urlEqualTo(path)).willReturn(okJson(json)));
    }
}

package org.mailboxremediation.mailbox.rackspace;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailboxremediation.credential.Secret;
import org.mailboxremediation.incident.MailboxAddress;
import org.mailboxremediation.mailbox.BlockListKind;
import org.mailboxremediation.mailbox.MailboxProvider;
import org.mailboxremediation.mailbox.ProviderFailure;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
final class RackspaceFailuresTest {

    @RegisterExtension
    static final WireMockExtension API = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort())
            .build();

    /** With a certificate that nobody vouches for. */
    @RegisterExtension
    static final WireMockExtension STRANGER = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().httpDisabled(true).dynamicHttpsPort())
            .build();

    private static final MailboxAddress ALICE = MailboxAddress.parse("alice@example.com");
    private static final Secret PASSWORD = Secret.of("canary-password");
    private static final String ECHO = "canary-password sample-secret-key";

    private final MailboxProvider provider = RackspaceFixture.unlimited(
            API.baseUrl() + "/v1", "sample-user-key", "sample-secret-key", Clock.systemUTC());

    @Test
    void knowsNoSuchMailboxOnNotFound() {
        answer(json(404, "{\"itemNotFoundFault\":{\"message\":\"canary-password\"}}"));

        assertThat(failureOfAWrite()).isInstanceOf(ProviderFailure.UnknownMailbox.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "text/html; charset=utf-8", "no such type"})
    void takesNoForeignPageForTheProvidersWord(String type) {
        answer(aResponse().withStatus(404).withHeader("Content-Type", type).withBody("<h1>Not Found</h1>"));

        assertThat(failureOfAWrite()).isInstanceOf(ProviderFailure.Unavailable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"unauthorizedFault\":{\"message\":\"Exceeded request limits\",\"code\":403}}", ""})
    void waitsWhenTheProvidersLimitIsReached(String body) {
        ResponseDefinitionBuilder refused = json(403, body);
        answer(body.isEmpty() ? refused.withHeader("x-error-message", "Exceeded request limits") : refused);

        assertThat(failureOfAWrite()).isInstanceOfSatisfying(ProviderFailure.Unavailable.class, failure -> {
            assertThat(failure.isBudget()).isTrue();
            assertThat(failure.retryAfter()).hasSeconds(20);
        });
        API.resetRequests();
        failureOfAWrite();
        assertThat(API.getAllServeEvents()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void seesThatTheKeysAreRefused(int status) {
        answer(json(status, "{\"unauthorizedFault\":{\"message\":\"" + ECHO + "\"}}"));

        assertThat(failureOfAWrite()).isInstanceOf(ProviderFailure.CredentialsRefused.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 405, 409, 417})
    void seesThatTheRequestIsRejected(int status) {
        answer(json(status, "{\"validationFault\":{\"message\":\"" + ECHO + "\"}}"));

        assertThat(failureOfAWrite()).isInstanceOf(ProviderFailure.RequestRejected.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504})
    void triesAgainWhatTheProviderCouldNotDo(int status) {
        answer(json(status, ECHO));

        assertThat(failureOfAWrite()).isInstanceOf(ProviderFailure.Unavailable.class);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "5,5", "3600,20", "abc,0", "-1,0", "'Wed, 21 Oct 2065 07:28:00 GMT',0"})
    void waitsAsToldButNotLongWhileAnAttackerIsInside(String told, int seconds) {
        answer(json(429, "").withHeader("Retry-After", told));

        assertThat(failureOfAWrite())
                .isInstanceOfSatisfying(
                        ProviderFailure.Unavailable.class,
                        failure -> assertThat(failure.retryAfter()).hasSeconds(seconds));
    }

    @Test
    void followsNoRedirect() {
        answer(aResponse().withStatus(302).withHeader("Location", API.baseUrl() + "/elsewhere"));

        assertThat(failureOfARead()).isInstanceOf(ProviderFailure.Unavailable.class);
        API.verify(0, getRequestedFor(urlPathEqualTo("/elsewhere")));
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void triesAgainAfterABrokenConnection(Fault fault) {
        answer(aResponse().withFault(fault));

        assertThat(failureOfARead()).isInstanceOf(ProviderFailure.Unavailable.class);
    }

    @Test
    void givesUpOnAnAnswerThatDoesNotCome() {
        answer(json(200, "{\"enabled\":true}").withFixedDelay(4_000));

        assertThat(failureOfARead()).isInstanceOf(ProviderFailure.Unavailable.class);
    }

    @Test
    void givesUpOnAnAnswerThatDribbles() {
        answer(json(200, "{\"enabled\":true}").withChunkedDribbleDelay(10, 10_000));

        assertThat(failureOfARead()).isInstanceOf(ProviderFailure.Unavailable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{}", "{\"enabled\":\"maybe\"}", "canary-password"})
    void takesNoUnreadableAnswerForAState(String body) {
        answer(json(200, body));

        assertThat(failureOfARead()).isInstanceOf(ProviderFailure.Unavailable.class);
    }

    @Test
    void readsNoMoreThanAMebibyte() {
        answer(json(200, "{\"enabled\":true,\"x\":\"" + "x".repeat(1 << 20) + "\"}"));

        assertThat(failureOfARead()).isInstanceOf(ProviderFailure.Unavailable.class);
    }

    @Test
    void readsNoDeepNest() {
        answer(json(200, "[".repeat(100_000)));

        assertThat(failureOfARead()).isInstanceOf(ProviderFailure.Unavailable.class);
    }

    @Test
    void isUnavailableWhenNobodyListens() {
        MailboxProvider nobody =
                RackspaceFixture.unlimited("http://127.0.0.1:1/v1", "user", "secret", Clock.systemUTC());

        assertThat(catchThrowableOfType(ProviderFailure.Unavailable.class, () -> nobody.show(ALICE)))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://nobody.invalid/v1", "https://127.0.0.1:%d/v1"})
    void isUnavailableWhereTheNameOrItsCertificateIsWrong(String baseUrl) {
        MailboxProvider wrong = RackspaceFixture.unlimited(
                baseUrl.formatted(STRANGER.getHttpsPort()), "sample-user-key", "sample-secret-key", Clock.systemUTC());

        ProviderFailure failure =
                catchThrowableOfType(ProviderFailure.Unavailable.class, () -> wrong.changePassword(ALICE, PASSWORD));
        assertThat(failure).hasNoCause();
        assertThat(STRANGER.getAllServeEvents()).isEmpty();
    }

    @Test
    void asksTheListWhetherARejectedEntryIsThereAlready() {
        answer(json(400, "{\"badRequestFault\":{}}"));
        API.stubFor(get(anyUrl()).willReturn(json(200, "{\"addresses\":[\"Bad@example.net\"]}")));

        assertThatCode(() -> provider.block("example.com", BlockListKind.ADDRESS, "bad@example.net"))
                .doesNotThrowAnyException();
        assertThat(catchThrowableOfType(
                        ProviderFailure.RequestRejected.class,
                        () -> provider.block("example.com", BlockListKind.ADDRESS, "other@example.net")))
                .isNotNull();
        assertThatCode(() -> provider.unblock("example.com", BlockListKind.ADDRESS, "other@example.net"))
                .doesNotThrowAnyException();
    }

    @Test
    void putsNoSecretInALog(CapturedOutput log) {
        for (int status : List.of(200, 400, 403, 500)) {
            answer(json(status, ECHO));
            try {
                provider.changePassword(ALICE, PASSWORD);
            } catch (ProviderFailure expected) {
                assertThat(expected).hasNoCause();
            }
        }

        assertThat(log).doesNotContain("canary-password", "sample-secret-key");
    }

    private static ResponseDefinitionBuilder json(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(body);
    }

    private static void answer(ResponseDefinitionBuilder answer) {
        API.stubFor(any(anyUrl()).willReturn(answer));
    }

    private ProviderFailure failureOfAWrite() {
        return secretless(() -> provider.changePassword(ALICE, PASSWORD));
    }

    private ProviderFailure failureOfARead() {
        return secretless(() -> provider.show(ALICE));
    }

    /** No failure holds what the provider said, which may be what we sent. */
    private static ProviderFailure secretless(Runnable call) {
        ProviderFailure failure = catchThrowableOfType(ProviderFailure.class, call::run);
        assertThat(failure.getMessage()).doesNotContain("canary", "sample");
        assertThat(failure).hasNoCause();
        return failure;
    }
}

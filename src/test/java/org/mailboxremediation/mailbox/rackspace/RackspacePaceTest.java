package org.mailboxremediation.mailbox.rackspace;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mailboxremediation.CaseDatabase;
import org.mailboxremediation.MovableClock;
import org.mailboxremediation.incident.MailboxAddress;
import org.mailboxremediation.mailbox.MailboxProvider;
import org.mailboxremediation.mailbox.ProviderFailure;

final class RackspacePaceTest {

    @RegisterExtension
    static final WireMockExtension API = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort())
            .build();

    private static final MailboxAddress ALICE = MailboxAddress.parse("alice@example.com");

    private final MovableClock clock = new MovableClock(CaseDatabase.START);
    private final MailboxProvider provider = RackspaceFixture.provider(
            RackspaceFixture.properties(
                    API.baseUrl() + "/v1", List.of(new ApiUser("one", "first"), new ApiUser("two", "second")), 2, 1),
            clock);

    @BeforeEach
    void answerEverything() {
        API.stubFor(any(anyUrl()).willReturn(okJson("{\"enabled\":true}")));
    }

    @Test
    void addsUpTheBudgetsOfSeveralUsersAndThenWaits() {
        block();
        block();

        ProviderFailure.Unavailable spent = catchThrowableOfType(ProviderFailure.Unavailable.class, this::block);
        assertThat(spent.isBudget()).isTrue();
        assertThat(spent.retryAfter()).isEqualTo(Duration.ofSeconds(61));
        API.verify(2, putRequestedFor(anyUrl()));

        clock.advance(Duration.ofSeconds(61));
        block();
        API.verify(3, putRequestedFor(anyUrl()));
    }

    @Test
    void countsReadsAndWritesApart() {
        block();
        block();
        for (int i = 0; i < 4; i++) {
            provider.show(ALICE);
        }

        assertThatThrownBy(() -> provider.show(ALICE)).isInstanceOf(ProviderFailure.Unavailable.class);
    }

    private void block() {
        provider.setEnabled(ALICE, false);
    }
}

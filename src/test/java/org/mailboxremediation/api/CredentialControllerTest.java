package org.mailboxremediation.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailboxremediation.api.ApiContext.ADMIN;
import static org.mailboxremediation.api.ApiContext.LEAD;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.api.ApiContext.Answer;
import org.mailboxremediation.credential.PasswordChanges;
import org.mailboxremediation.credential.SealedCredentials;
import org.mailboxremediation.credential.Secret;
import org.mailboxremediation.database.DatabaseKind;
import org.mailboxremediation.event.EventChain;
import org.mailboxremediation.incident.IncidentFixture;
import org.mailboxremediation.notice.Notice;
import org.mailboxremediation.notice.NoticeKind;
import org.mailboxremediation.notice.Notices;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

@Tag(DatabaseKind.TAG)
class CredentialControllerTest {

    private static final String REASON = "{\"reason\":\"The owner travels tonight.\"}";

    private final ApiContext api = new ApiContext();
    private String incident = "";
    private String credential = "";

    @BeforeEach
    void seal() {
        incident = api.report();
        credential = api.database.inTransaction(() -> {
            PasswordChanges changes = api.get(PasswordChanges.class);
            String change = changes.newest(incident).orElseThrow().id();
            String id = api.get(SealedCredentials.class)
                    .seal(incident, change, IncidentFixture.ALICE, Secret.of("Example-Only-1"));
            changes.sealed(change, id);
            return id;
        });
    }

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void aShutGateRefusesWithItsReasons() {
        Answer answer = reveal("", ADMIN);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body().path("reasons")).isNotEmpty();
    }

    @Test
    void aPasswordThatIsNotOfferedYetIsInConflict() {
        Answer answer = reveal(REASON, LEAD);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body().path("reason").asText()).isEqualTo("NOT_OFFERED");
    }

    @Test
    void aPasswordIsRevealedOnceAndNeverCached() {
        api.database.inTransaction(() -> api.get(SealedCredentials.class).offer(credential));
        Answer first = reveal(REASON, LEAD);
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.body().path("password").asText()).isEqualTo("Example-Only-1");
        assertThat(first.response().getHeader(HttpHeaders.CACHE_CONTROL)).isEqualTo("no-store");
        Answer second = reveal(REASON, LEAD);
        assertThat(second.status()).isEqualTo(410);
        assertThat(second.body().path("reason").asText()).isEqualTo("ALREADY_REVEALED");
    }

    @Test
    void aSecondRevealIsToldToTheLeadsOnceInAWhile() {
        api.database.inTransaction(() -> api.get(SealedCredentials.class).offer(credential));
        reveal(REASON, LEAD);
        for (int again = 0; again < 3; again++) {
            reveal(REASON, LEAD);
        }
        assertThat(alarms()).containsExactly("ALREADY_REVEALED");
        assertThat(alarmMails()).containsExactly("it-desk@example.net", "carol@example.com");
        api.database.clock.advance(Duration.ofMinutes(11));
        reveal(REASON, LEAD);
        assertThat(alarms()).containsExactly("ALREADY_REVEALED", "ALREADY_REVEALED");
    }

    @Test
    void aRevealBeforeItsTimeIsKeptAndNoAlarm() {
        reveal(REASON, LEAD);
        reveal("", ADMIN);
        assertThat(alarms()).containsExactly("NOT_OFFERED", "GATE_SHUT");
        assertThat(alarmMails()).isEmpty();
    }

    private List<String> alarms() {
        return api.get(EventChain.class).of(incident).stream()
                .filter(event -> event.type().equals("RevealFailed"))
                .map(event -> String.valueOf(event.payload().get("reason")))
                .toList();
    }

    private List<String> alarmMails() {
        return api.get(Notices.class).of(incident).stream()
                .filter(notice -> notice.kind() == NoticeKind.REVEAL_FAILED)
                .map(Notice::recipient)
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    @Test
    void anUnknownCredentialIsNotThere() {
        Answer answer = api.send(MockMvcRequestBuilders.post("/api/credentials/none/reveal"), ADMIN);
        assertThat(answer.status()).isEqualTo(404);
    }

    @Test
    void aRevealedPasswordPrintsAsDots() {
        assertThat(new RevealedPassword("Example-Only-1")).hasToString("••••");
    }

    private Answer reveal(String body, TestingAuthenticationToken as) {
        return api.post("/api/credentials/" + credential + "/reveal", body, as);
    }
}

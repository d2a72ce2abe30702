package org.mailboxremediation.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailboxremediation.api.ApiContext.ADMIN;
import static org.mailboxremediation.api.ApiContext.LEAD;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.api.ApiContext.Answer;
import org.mailboxremediation.credential.PasswordChanges;
import org.mailboxremediation.credential.SealedCredentials;
import org.mailboxremediation.credential.Secret;
import org.mailboxremediation.database.DatabaseKind;
import org.mailboxremediation.incident.IncidentFixture;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

@Tag(DatabaseKind.TAG)
class CredentialControllerTest {

    private static final String REASON = "{\"reason\":\"The owner travels tonight.\"}";

    private final ApiContext api = new ApiContext();
    private String credential = "";

    @BeforeEach
    void seal() {
        String incident = api.report();
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

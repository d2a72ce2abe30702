package org.mailboxremediation.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.CaseDatabase;
import org.mailboxremediation.database.DatabaseKind;
import org.mailboxremediation.event.CaseEvent;
import org.mailboxremediation.incident.IncidentFixture;

@Tag(DatabaseKind.TAG)
class SealedCredentialsTest {

    private final CaseDatabase database = new CaseDatabase();
    private final IncidentFixture cases = new IncidentFixture(database);
    private final CredentialFixture fixture = new CredentialFixture(database);
    private final SealedCredentials credentials = fixture.credentials;
    private final String incident = cases.open(IncidentFixture.ALICE).id();
    private final PasswordChange change = fixture.request(incident);
    private final Secret password = fixture.generator.generate(IncidentFixture.ALICE, "");
    private final String id = fixture.seal(change, password);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void offeredPasswordIsRevealedOnceAndDestroyed() {
        offer();
        assertThat(reveal().reveal()).isEqualTo(password.reveal());

        refused(CredentialGone.Reason.ALREADY_REVEALED);
        assertThat(credentials.unseal(change.id())).isEmpty();
        SealedCredential revealed = credentials.find(id).orElseThrow();
        assertThat(revealed.revealedBy()).isEqualTo("admin");
        assertThat(revealed.revealedAt()).isEqualTo(CaseDatabase.START);
        assertThat(cipherTexts()).isZero();
        assertThat(lastEvent().type()).isEqualTo("CredentialRevealed");
        assertThat(lastEvent().actor()).isEqualTo("admin");
    }

    @Test
    void passwordIsNotRevealedBeforeItIsOffered() {
        refused(CredentialGone.Reason.NOT_OFFERED);
        assertThat(credentials.unseal(change.id()).orElseThrow().reveal()).isEqualTo(password.reveal());
    }

    @Test
    void passwordIsNotRevealedWhenItsTimeIsUp() {
        offer();
        database.clock.advance(CredentialFixture.VALID_FOR);
        refused(CredentialGone.Reason.EXPIRED);
        assertThat(credentials.unseal(change.id())).isEmpty();
    }

    @Test
    void expiredPasswordsAreDestroyedOnceAndOthersStay() {
        database.clock.advance(CredentialFixture.VALID_FOR.minus(Duration.ofMillis(1)));
        assertThat(credentials.destroyExpired()).isZero();
        database.clock.advance(Duration.ofMillis(1));
        assertThat(credentials.destroyExpired()).isEqualTo(1);
        assertThat(credentials.destroyExpired()).isZero();
        assertThat(credentials.find(id).orElseThrow().destroyedWhy()).isEqualTo(Destroyed.EXPIRED);
        assertThat(cipherTexts()).isZero();
        refused(CredentialGone.Reason.EXPIRED);
    }

    @Test
    void lostOrSupersededPasswordIsGone() {
        destroy(Destroyed.SUPERSEDED);
        refused(CredentialGone.Reason.SUPERSEDED);
        destroy(Destroyed.LOST);
        refused(CredentialGone.Reason.SUPERSEDED);
    }

    @Test
    void revealedPasswordCanStillBeReportedLost() {
        offer();
        reveal();
        destroy(Destroyed.SUPERSEDED);
        refused(CredentialGone.Reason.ALREADY_REVEALED);
        database.clock.advance(Duration.ofHours(1));
        destroy(Destroyed.LOST);
        refused(CredentialGone.Reason.LOST);
        assertThat(credentials.find(id).orElseThrow().destroyedAt()).isEqualTo(database.clock.instant());
    }

    @Test
    void passwordThatIsGoneIsNotOffered() {
        destroy(Destroyed.LOST);
        assertThatThrownBy(this::offer).isInstanceOf(CredentialGone.class);
    }

    @Test
    void changeHasOneSealedPassword() {
        assertThatThrownBy(() -> fixture.seal(change, password)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void rolledBackRevealLeavesThePasswordSealed() {
        offer();
        database.transaction.executeWithoutResult(status -> {
            credentials.reveal(id, "admin");
            status.setRollbackOnly();
        });
        assertThat(reveal().reveal()).isEqualTo(password.reveal());
    }

    @Test
    void ofManyRevealsAtOnceOneWins() throws Exception {
        offer();
        int people = 6;
        ExecutorService pool = Executors.newFixedThreadPool(people);
        int revealed = 0;
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<Secret>> tries = new ArrayList<>();
            for (int n = 0; n < people; n++) {
                tries.add(pool.submit(() -> {
                    start.await();
                    return reveal();
                }));
            }
            start.countDown();
            for (Future<Secret> one : tries) {
                revealed += succeeded(one) ? 1 : 0;
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(revealed).isEqualTo(1);
    }

    @Test
    void secretIsInNoEventAndNoRow() {
        offer();
        assertThat(cases.chain.of(incident).toString()).doesNotContain(password.reveal());
        assertThat(database.jdbc
                        .sql("select * from sealed_credential")
                        .query()
                        .listOfRows()
                        .toString())
                .doesNotContain(password.reveal());
    }

    private static boolean succeeded(Future<Secret> one) throws InterruptedException {
        try {
            one.get();
            return true;
        } catch (ExecutionException refused) {
            assertThat(refused).hasCauseInstanceOf(CredentialGone.class);
            return false;
        }
    }

    private void offer() {
        database.inTransaction(() -> credentials.offer(id));
    }

    private Secret reveal() {
        return database.inTransaction(() -> credentials.reveal(id, "admin"));
    }

    private void destroy(Destroyed why) {
        database.inTransaction(() -> credentials.destroy(id, why, "admin"));
    }

    private void refused(CredentialGone.Reason reason) {
        assertThatThrownBy(this::reveal)
                .asInstanceOf(type(CredentialGone.class))
                .extracting(CredentialGone::reason)
                .isEqualTo(reason);
    }

    private long cipherTexts() {
        return database.jdbc
                .sql("select count(*) from sealed_credential where cipher_text is not null or nonce is not null")
                .query(Long.class)
                .single();
    }

    private CaseEvent lastEvent() {
        List<CaseEvent> events = cases.chain.of(incident);
        return events.get(events.size() - 1);
    }
}

package org.mailboxremediation.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.CaseDatabase;
import org.mailboxremediation.database.DatabaseKind;
import org.mailboxremediation.event.CaseEvent;
import org.mailboxremediation.incident.IncidentFixture;

@Tag(DatabaseKind.TAG)
class PasswordChangesTest {

    private final CaseDatabase database = new CaseDatabase();
    private final IncidentFixture cases = new IncidentFixture(database);
    private final CredentialFixture fixture = new CredentialFixture(database);
    private final PasswordChanges changes = fixture.changes;
    private final String incident = cases.open(IncidentFixture.ALICE).id();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatATransactionWritesOfAChangeItReads() {
        PasswordChange change = fixture.request(incident);
        String credential = fixture.seal(change, fixture.generator.generate(IncidentFixture.ALICE, ""));
        database.inTransaction(() -> {
            cases.chain.lock(incident);
            assertThat(changes.find(incident, change.id())).isPresent();
            changes.setAll(Map.of(change, database.clock.instant()));
            assertThat(changes.find(incident, change.id()).orElseThrow().setAt())
                    .isEqualTo(database.clock.instant());
            changes.settle(change, Verification.VERIFIED, List.of("imap:new-accepted"));
            assertThat(changes.newest(incident).orElseThrow().verification()).isEqualTo(Verification.VERIFIED);

            SealedCredential sealed = fixture.credentials.of(incident).get(0);
            fixture.credentials.offer(sealed);
            assertThat(fixture.credentials.of(incident).get(0).offeredAt()).isNotNull();
            fixture.credentials.offer(sealed);
            fixture.credentials.destroy(credential, Destroyed.SUPERSEDED, CaseEvent.SYSTEM);
            assertThat(fixture.credentials.of(incident).get(0).destroyedAt()).isNotNull();
            assertThatThrownBy(() -> fixture.credentials.offer(sealed)).isInstanceOf(CredentialGone.class);
        });
        assertThat(changes.find("another", change.id())).isEmpty();
        assertThat(cases.chain.of(incident))
                .extracting(CaseEvent::type)
                .endsWith("PasswordSet", "PasswordChangeVerified", "CredentialOffered", "CredentialDestroyed");
    }

    @Test
    void epochsCountTheChangesOfACase() {
        PasswordChange first = fixture.request(incident);
        PasswordChange second = fixture.request(incident, ChangeCause.INFECTION);
        assertThat(first.epoch()).isEqualTo(1);
        assertThat(second.epoch()).isEqualTo(2);
        assertThat(changes.of(incident)).containsExactly(first, second);
        assertThat(changes.newest(incident)).contains(second);
        assertThat(first.verification()).isEqualTo(Verification.PENDING);
    }

    @Test
    void settledChangeSaysHowItIsKnown() {
        PasswordChange change = fixture.request(incident);
        database.clock.advance(Duration.ofMinutes(1));
        fixture.settle(change, Verification.VERIFIED);
        PasswordChange settled = changes.find(change.id()).orElseThrow();
        assertThat(settled.verification()).isEqualTo(Verification.VERIFIED);
        assertThat(settled.verifiedBy()).containsExactly("imap:new-accepted");
        assertThat(settled.setAt()).isEqualTo(database.clock.instant());
        assertThat(settled.settledAt()).isEqualTo(database.clock.instant());
        assertThat(cases.chain.of(incident))
                .extracting(CaseEvent::type)
                .endsWith("PasswordChangeRequested", "PasswordSet", "PasswordChangeVerified");
    }

    @Test
    void firstTimeOfSettingStays() {
        PasswordChange change = fixture.request(incident);
        Instant first = database.clock.instant();
        database.inTransaction(() -> changes.set(change.id(), first));
        database.inTransaction(() -> changes.set(change.id(), first.plusSeconds(60)));
        assertThat(changes.find(change.id()).orElseThrow().inUseSince()).isEqualTo(first);
    }

    @Test
    void changeDoesNotSettleAsPending() {
        PasswordChange change = fixture.request(incident);
        assertThatThrownBy(() ->
                        database.inTransaction(() -> changes.settle(change.id(), Verification.PENDING, List.of())))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

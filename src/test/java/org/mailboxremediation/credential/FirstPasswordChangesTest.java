package org.mailboxremediation.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.CaseDatabase;
import org.mailboxremediation.database.DatabaseKind;
import org.mailboxremediation.event.CaseEvent;
import org.mailboxremediation.incident.IncidentFixture;

@Tag(DatabaseKind.TAG)
class FirstPasswordChangesTest {

    private final CaseDatabase database = new CaseDatabase();
    private final IncidentFixture cases = new IncidentFixture(database);
    private final CredentialFixture credentials = new CredentialFixture(database);
    private final List<FirstChange> firsts = List.of(
            new FirstChange(cases.open(IncidentFixture.ALICE).id(), IncidentFixture.ALICE, true),
            new FirstChange(cases.open(IncidentFixture.BOB).id(), IncidentFixture.BOB, false));

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void eachCaseHasItsPasswordSealedAhead() {
        List<PasswordChange> changes = database.inTransaction(() -> credentials.firsts.request(firsts, true));

        assertThat(changes).extracting(PasswordChange::blocks).containsExactly(true, false);
        Secret one = credentials.credentials.unseal(changes.get(0).id()).orElseThrow();
        Secret other = credentials.credentials.unseal(changes.get(1).id()).orElseThrow();
        assertThat(one.reveal()).isNotEqualTo(other.reveal());
        for (PasswordChange change : changes) {
            PasswordChange stored = credentials.changes.find(change.id()).orElseThrow();
            assertThat(stored).isEqualTo(change);
            assertThat(credentials
                            .credentials
                            .ofChange(change.id())
                            .orElseThrow()
                            .id())
                    .isEqualTo(stored.credentialId());
            assertThat(cases.chain.of(change.incidentId()))
                    .extracting(CaseEvent::type)
                    .containsSubsequence("PasswordChangeRequested", "CredentialSealed");
            assertThat(cases.chain.check(change.incidentId()).intact()).isTrue();
        }
    }

    @Test
    void orNoneYet() {
        List<PasswordChange> changes = database.inTransaction(() -> credentials.firsts.request(firsts, false));

        assertThat(changes).extracting(PasswordChange::credentialId).containsOnlyNulls();
        assertThat(credentials.credentials.ofChange(changes.get(0).id())).isEmpty();
    }
}

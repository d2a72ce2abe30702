package org.mailboxremediation.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.CaseDatabase;
import org.mailboxremediation.credential.ChangeCause;
import org.mailboxremediation.credential.CredentialFixture;
import org.mailboxremediation.credential.PasswordChange;
import org.mailboxremediation.credential.Secret;
import org.mailboxremediation.credential.Verification;
import org.mailboxremediation.database.DatabaseKind;
import org.mailboxremediation.device.Device;
import org.mailboxremediation.device.DeviceFixture;
import org.mailboxremediation.device.DispositionKind;
import org.mailboxremediation.incident.Attestation;
import org.mailboxremediation.incident.AttestationKind;
import org.mailboxremediation.incident.IncidentFixture;

/** The article's step 2 over the stored facts. */
@Tag(DatabaseKind.TAG)
class RestoreGuardTest {

    private final CaseDatabase database = new CaseDatabase();
    private final IncidentFixture cases = new IncidentFixture(database);
    private final DeviceFixture devices = new DeviceFixture(database);
    private final CredentialFixture credentials = new CredentialFixture(database);
    private final RestoreFixture restore = new RestoreFixture(database, cases, devices, credentials);
    private final String incident = cases.open(IncidentFixture.ALICE).id();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void accessComesBackAfterTheSecondPasswordOfAnInfectedCase() {
        change(ChangeCause.REPORTED);
        attest(AttestationKind.SETTINGS_READ, "read");
        attest(AttestationKind.DEVICE_LIST_COMPLETE, Attestation.COMPLETE);
        Device laptop = devices.add(incident);
        assertThat(decide().refusals()).containsExactly(Refusal.DEVICE_NOT_SETTLED);

        later();
        devices.scan(laptop.id(), true);
        devices.dispose(laptop.id(), DispositionKind.MALWARE_REMOVED);
        assertThat(decide().refusals()).containsExactly(Refusal.DEVICE_NOT_SETTLED);

        later();
        devices.scan(laptop.id(), false);
        assertThat(decide().refusals()).containsExactly(Refusal.CHANGE_DUE);
        assertThat(VoidRule.changeDue(restore.reader.of(incident))).contains(ChangeCause.INFECTION);

        later();
        change(ChangeCause.INFECTION);
        assertThat(decide().allowed()).isTrue();
    }

    @Test
    void factAfterTheRestoreShutsTheGateAgain() {
        change(ChangeCause.REPORTED);
        attest(AttestationKind.SETTINGS_READ, "read");
        attest(AttestationKind.DEVICE_LIST_COMPLETE, Attestation.COMPLETE);
        Device laptop = devices.add(incident);
        devices.scan(laptop.id(), false);
        assertThat(decide().allowed()).isTrue();
        devices.scan(laptop.id(), true);
        assertThat(decide().refusals()).containsExactly(Refusal.DEVICE_NOT_SETTLED);
    }

    @Test
    void freshCaseIsRefusedWithAReasonForEachStepLeft() {
        assertThat(decide().refusals())
                .containsExactly(
                        Refusal.PASSWORD_NOT_CHANGED, Refusal.DEVICE_LIST_NOT_ATTESTED, Refusal.SETTINGS_NOT_READ);
    }

    @Test
    void unknownCaseIsSaidToBeMissing() {
        assertThatThrownBy(() -> restore.guard.decide("nothing")).isInstanceOf(NoSuchElementException.class);
    }

    private RestoreDecision decide() {
        return restore.guard.decide(incident);
    }

    private void later() {
        database.clock.advance(Duration.ofMinutes(10));
    }

    private void change(ChangeCause cause) {
        PasswordChange change = credentials.request(incident, cause);
        credentials.seal(change, Secret.of("not-a-real-password"));
        credentials.settle(change, Verification.VERIFIED);
    }

    private void attest(AttestationKind kind, String answer) {
        database.inTransaction(() -> cases.attestations.record(incident, kind, incident, answer, null, "admin"));
    }
}

package org.mailboxremediation.restore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.CaseDatabase;
import org.mailboxremediation.credential.ChangeCause;
import org.mailboxremediation.credential.CredentialFixture;
import org.mailboxremediation.credential.PasswordChange;
import org.mailboxremediation.credential.Verification;
import org.mailboxremediation.database.DatabaseKind;
import org.mailboxremediation.device.DeviceFixture;
import org.mailboxremediation.incident.Attestation;
import org.mailboxremediation.incident.AttestationKind;
import org.mailboxremediation.incident.IncidentFixture;

/** How many password changes a case takes: as many as promise P3 makes due, each at the first moment it does. */
@Tag(DatabaseKind.TAG)
class SecondChangeTest {

    private final CaseDatabase database = new CaseDatabase();
    private final IncidentFixture cases = new IncidentFixture(database);
    private final DeviceFixture devices = new DeviceFixture(database);
    private final CredentialFixture credentials = new CredentialFixture(database);
    private final RestoreFixture restore = new RestoreFixture(database, cases, devices, credentials);
    private final String incident = cases.open(IncidentFixture.ALICE).id();
    private final String laptop = devices.add(incident).id();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void twoDevicesInfectedOneAfterTheOtherTakeOneSecondChange() {
        String phone = devices.add(incident).id();
        changeIfDue();
        scan(laptop, true);
        scan(phone, true);
        scan(laptop, false);
        changeIfDue();
        scan(phone, false);
        changeIfDue();
        isOpenAfter(2);
    }

    @Test
    void aDeviceFoundInfectedAfterTheOtherWasCleanAgainTakesAThird() {
        String phone = devices.add(incident).id();
        changeIfDue();
        scan(laptop, true);
        scan(laptop, false);
        changeIfDue();
        scan(phone, true);
        scan(phone, false);
        changeIfDue();
        isOpenAfter(3);
    }

    @Test
    void anInfectionFoundAfterTheSecondChangeTakesAThird() {
        changeIfDue();
        scan(laptop, true);
        scan(laptop, false);
        changeIfDue();
        scan(laptop, true);
        changeIfDue();
        scan(laptop, false);
        changeIfDue();
        isOpenAfter(3);
    }

    @Test
    void anInfectionOnADeviceAddedLateTakesASecond() {
        changeIfDue();
        scan(laptop, false);
        String late = devices.add(incident).id();
        scan(late, true);
        scan(late, false);
        changeIfDue();
        isOpenAfter(2);
    }

    @Test
    void aCleanDeviceAddedLateTakesNone() {
        changeIfDue();
        scan(laptop, false);
        scan(devices.add(incident).id(), false);
        changeIfDue();
        isOpenAfter(1);
    }

    @Test
    void aChangeMadeWhileADeviceWasStillInfectedIsMadeAgainOnce() {
        changeIfDue();
        scan(laptop, true);
        change(ChangeCause.NEW_SYMPTOM);
        scan(laptop, false);
        changeIfDue();
        changeIfDue();
        isOpenAfter(3);
    }

    private void scan(String device, boolean infected) {
        database.clock.advance(Duration.ofMinutes(10));
        devices.scan(device, infected);
    }

    private void changeIfDue() {
        Optional<ChangeCause> due = VoidRule.changeDue(restore.reader.of(incident));
        due.ifPresent(this::change);
    }

    private void change(ChangeCause cause) {
        database.clock.advance(Duration.ofMinutes(1));
        PasswordChange change = credentials.request(incident, cause);
        credentials.settle(change, Verification.VERIFIED);
        database.clock.advance(Duration.ofMinutes(1));
    }

    private void isOpenAfter(int changes) {
        database.inTransaction(() -> {
            attest(AttestationKind.DEVICE_LIST_COMPLETE, Attestation.COMPLETE);
            attest(AttestationKind.SETTINGS_READ, "read");
        });
        assertThat(restore.guard.decide(incident).refusals()).isEmpty();
        assertThat(credentials.changes.of(incident)).hasSize(changes);
    }

    private void attest(AttestationKind kind, String answer) {
        cases.attestations.record(incident, kind, "case", answer, null, "admin");
    }
}

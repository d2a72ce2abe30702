package org.mailboxremediation.restore;

import org.mailboxremediation.CaseDatabase;
import org.mailboxremediation.credential.CredentialFixture;
import org.mailboxremediation.device.DeviceFixture;
import org.mailboxremediation.incident.IncidentFixture;

/** The guard over a test's database; for the tests of other packages too. */
public final class RestoreFixture {

    public final CaseFactsReader reader;
    public final RestoreGuard guard;

    public RestoreFixture(
            CaseDatabase database, IncidentFixture cases, DeviceFixture devices, CredentialFixture credentials) {
        reader = new CaseFactsReader(
                cases.incidents,
                credentials.changes,
                credentials.credentials,
                devices.devices,
                cases.attestations,
                cases.settings,
                database.clock);
        guard = new RestoreGuard(reader);
    }
}

package org.mailboxremediation.device;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.mailboxremediation.CaseDatabase;
import org.mailboxremediation.event.ChainFixture;
import org.mailboxremediation.incident.AccessBefore;
import org.mailboxremediation.incident.Incident;
import org.mailboxremediation.incident.IncidentFixture;
import org.mailboxremediation.incident.IncidentStatus;
import org.mailboxremediation.incident.LockOut;
import org.mailboxremediation.incident.Owner;
import org.mailboxremediation.incident.Severity;
import org.mailboxremediation.incident.Symptom;

/** The devices over a test's database, and sample scans; for the tests of other packages too. */
public final class DeviceFixture {

    public static final NewDevice LAPTOP = new NewDevice("Alice's laptop", DeviceKind.LAPTOP, "Alice", "LT-0001");

    public static final ScanProperties PROPERTIES = new ScanProperties(Duration.ofDays(7), null);

    public final Devices devices;
    private final CaseDatabase database;

    public DeviceFixture(CaseDatabase database) {
        this.database = database;
        ScanRows scans = new ScanRows(database.jdbc, new ObjectMapper());
        devices = new Devices(
                new DeviceRows(database.jdbc, scans), scans, ChainFixture.chain(database), database.clock, PROPERTIES);
    }

    /** Adds a laptop, in a transaction of its own. */
    public Device add(String incidentId) {
        return database.inTransaction(() -> devices.add(incidentId, LAPTOP, "admin"));
    }

    /** Records a scan that ran just now, in a transaction of its own, for a case reported at the start. */
    public Scan scan(String deviceId, boolean infected) {
        Instant now = database.clock.instant();
        return database.inTransaction(
                () -> devices.recordScan(deviceId, claim(infected, now), reported(Severity.HIGH), "admin"));
    }

    /** A case of that severity, reported at the start. */
    public static Incident reported(Severity severity) {
        return new Incident(
                "case",
                IncidentFixture.ALICE,
                IncidentStatus.OPEN,
                severity,
                LockOut.CHANGE_PASSWORD,
                AccessBefore.OPEN,
                IncidentFixture.CAROL,
                Owner.UNKNOWN,
                Set.of(Symptom.BOUNCES),
                Set.of(),
                List.of(),
                null,
                CaseDatabase.START,
                null,
                null);
    }

    /** Records a disposition, in a transaction of its own. */
    public void dispose(String deviceId, DispositionKind kind) {
        database.inTransaction(() -> devices.dispose(deviceId, kind, "Done at the desk.", "admin"));
    }

    /** A whole scan with fresh signatures that took no time at all. */
    public static ScanClaim claim(boolean infected, Instant at) {
        return new ScanClaim(
                infected,
                "ClamAV 1.4",
                at.minus(Duration.ofDays(1)),
                at,
                at,
                1000,
                infected ? List.of("Test.Malware") : List.of());
    }
}

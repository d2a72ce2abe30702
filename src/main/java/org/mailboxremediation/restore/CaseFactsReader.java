package org.mailboxremediation.restore;

import java.time.Clock;
import org.mailboxremediation.credential.PasswordChanges;
import org.mailboxremediation.credential.SealedCredentials;
import org.mailboxremediation.device.Devices;
import org.mailboxremediation.incident.Attestations;
import org.mailboxremediation.incident.Incidents;
import org.mailboxremediation.incident.MailboxSettings;
import org.springframework.stereotype.Component;

/** Reads what the guard looks at. */
@Component
public final class CaseFactsReader {

    private final Incidents incidents;
    private final PasswordChanges changes;
    private final SealedCredentials credentials;
    private final Devices devices;
    private final Attestations attestations;
    private final MailboxSettings settings;
    private final Clock clock;

    CaseFactsReader(
            Incidents incidents,
            PasswordChanges changes,
            SealedCredentials credentials,
            Devices devices,
            Attestations attestations,
            MailboxSettings settings,
            Clock clock) {
        this.incidents = incidents;
        this.changes = changes;
        this.credentials = credentials;
        this.devices = devices;
        this.attestations = attestations;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The case's facts now. They stay so for a caller whose transaction holds the case's lock.
     *
     * @throws java.util.NoSuchElementException if there is no such case
     */
    public CaseFacts of(String incidentId) {
        return new CaseFacts(
                incidents.get(incidentId),
                changes.of(incidentId),
                credentials.of(incidentId),
                devices.of(incidentId).stream()
                        .filter(device -> !device.removed())
                        .toList(),
                attestations.of(incidentId),
                settings.of(incidentId),
                incidents.symptomTimes(incidentId),
                clock.instant());
    }
}

package org.mailboxremediation.restore;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailboxremediation.credential.PasswordChange;
import org.mailboxremediation.credential.SealedCredential;
import org.mailboxremediation.device.Device;
import org.mailboxremediation.incident.Attestation;
import org.mailboxremediation.incident.Incident;
import org.mailboxremediation.incident.MailboxSetting;
import org.mailboxremediation.incident.Symptom;

/**
 * Everything the guard looks at, as it is stored; no process variable is among it (promise P1).
 *
 * @param changes by epoch
 * @param attestations the oldest first
 * @param symptomTimes when each symptom was first reported
 * @param now our time
 */
public record CaseFacts(
        Incident incident,
        List<PasswordChange> changes,
        List<SealedCredential> credentials,
        List<Device> devices,
        List<Attestation> attestations,
        List<MailboxSetting> settings,
        Map<Symptom, Instant> symptomTimes,
        Instant now) {

    public CaseFacts {
        changes = List.copyOf(changes);
        credentials = List.copyOf(credentials);
        devices = List.copyOf(devices);
        attestations = List.copyOf(attestations);
        settings = List.copyOf(settings);
        symptomTimes = Map.copyOf(symptomTimes);
    }

    /** The password change of the highest epoch. */
    public Optional<PasswordChange> newestChange() {
        return changes.isEmpty() ? Optional.empty() : Optional.of(changes.get(changes.size() - 1));
    }
}

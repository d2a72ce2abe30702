package org.mailboxremediation.process;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.mailboxremediation.device.Device;
import org.mailboxremediation.device.Devices;
import org.mailboxremediation.incident.Attestation;
import org.mailboxremediation.incident.AttestationKind;
import org.mailboxremediation.incident.Attestations;
import org.springframework.stereotype.Component;

/** Whether the device list is attested complete; an empty one needs two different people (promise P1). */
@Component
public final class DeviceListing {

    /** The answer that the list is complete. */
    public static final String COMPLETE = "complete";

    /** The answer that devices are missing. */
    public static final String INCOMPLETE = "incomplete";

    private final Devices devices;
    private final Attestations attestations;

    DeviceListing(Devices devices, Attestations attestations) {
        this.devices = devices;
        this.attestations = attestations;
    }

    public boolean complete(String incidentId) {
        int people = attestedBy(incidentId).size();
        return isEmpty(incidentId) ? people >= 2 : people >= 1;
    }

    public boolean needsSecondYes(String incidentId) {
        return isEmpty(incidentId) && attestedBy(incidentId).size() == 1;
    }

    /** Whether the newest answer was that devices are missing. */
    public boolean moreDevices(String incidentId) {
        List<Attestation> answers = answers(incidentId);
        return !answers.isEmpty() && answers.get(answers.size() - 1).answer().equals(INCOMPLETE);
    }

    /** Who attested that the list is complete, since anybody last said that devices are missing. */
    public Set<String> attestedBy(String incidentId) {
        List<Attestation> answers = answers(incidentId);
        int since = 0;
        for (int i = 0; i < answers.size(); i++) {
            since = answers.get(i).answer().equals(INCOMPLETE) ? i + 1 : since;
        }
        return answers.subList(since, answers.size()).stream()
                .map(Attestation::actor)
                .collect(Collectors.toSet());
    }

    private boolean isEmpty(String incidentId) {
        return devices.of(incidentId).stream().allMatch(Device::removed);
    }

    private List<Attestation> answers(String incidentId) {
        return attestations.of(incidentId).stream()
                .filter(a -> a.kind() == AttestationKind.DEVICE_LIST_COMPLETE)
                .toList();
    }
}

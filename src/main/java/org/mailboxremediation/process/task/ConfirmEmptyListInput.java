package org.mailboxremediation.process.task;

import java.util.Map;
import org.mailboxremediation.incident.AttestationKind;
import org.mailboxremediation.incident.Attestations;
import org.mailboxremediation.process.DeviceListing;
import org.mailboxremediation.process.InputRefused;
import org.springframework.stereotype.Component;

/** The second person's answer about an empty device list (promise P1). */
@Component
final class ConfirmEmptyListInput implements TaskInput {

    private final Attestations attestations;
    private final DeviceListing listing;
    private final CaseTexts texts;

    ConfirmEmptyListInput(Attestations attestations, DeviceListing listing, CaseTexts texts) {
        this.attestations = attestations;
        this.listing = listing;
        this.texts = texts;
    }

    @Override
    public String task() {
        return "UserTask_ConfirmEmptyList";
    }

    @Override
    public Map<String, Object> shown(CaseTask task) {
        return Map.of("facts", texts.attestations(task.incidentId(), AttestationKind.DEVICE_LIST_COMPLETE));
    }

    @Override
    public void check(CaseTask task, Answers answers) {
        boolean same = listing.attestedBy(task.incidentId()).contains(task.actor());
        if (same && answers.need("answer").equals("COMPLETE")) {
            throw new InputRefused("The second yes must come from another person than the first.");
        }
    }

    @Override
    public void record(CaseTask task, Answers answers) {
        String answer = answers.need("answer").equals("COMPLETE") ? DeviceListing.COMPLETE : DeviceListing.INCOMPLETE;
        attestations.record(
                task.incidentId(),
                AttestationKind.DEVICE_LIST_COMPLETE,
                "devices",
                answer,
                answers.need("reason"),
                task.actor());
    }
}

package org.mailboxremediation.process.task;

import java.util.Map;
import org.mailboxremediation.incident.Attestation;
import org.mailboxremediation.incident.AttestationKind;
import org.mailboxremediation.incident.Attestations;
import org.mailboxremediation.process.Ending;
import org.mailboxremediation.process.InputRefused;
import org.mailboxremediation.restore.RestoreGuard;
import org.springframework.stereotype.Component;

/** The second person's decision on ending or reopening a case. */
@Component
final class ConfirmEndingInput implements TaskInput {

    private final Attestations attestations;
    private final RestoreGuard guard;
    private final CaseTexts texts;

    ConfirmEndingInput(Attestations attestations, RestoreGuard guard, CaseTexts texts) {
        this.attestations = attestations;
        this.guard = guard;
        this.texts = texts;
    }

    @Override
    public String task() {
        return "UserTask_ConfirmEnding";
    }

    @Override
    public Map<String, Object> shown(CaseTask task) {
        return Map.of("facts", texts.ending(task.incidentId()));
    }

    @Override
    public void check(CaseTask task, Answers answers) {
        Attestation request = request(task);
        if (request.actor().equals(task.actor())) {
            throw new InputRefused("The decision must come from another person than the request.");
        }
        boolean confirms = answers.need("answer").equals("CONFIRM");
        if (confirms
                && Ending.valueOf(request.answer()).givesAccessBack()
                && !guard.decide(task.incidentId()).allowed()) {
            throw new InputRefused("The restore gate is shut. Refuse the request, or settle first what the case still"
                    + " needs: it is listed above.");
        }
    }

    @Override
    public void record(CaseTask task, Answers answers) {
        String answer = answers.need("answer").equals("CONFIRM") ? request(task).answer() : "REFUSED";
        attestations.record(
                task.incidentId(),
                AttestationKind.ENDING_CONFIRMED,
                "case",
                answer,
                answers.need("reason"),
                task.actor());
    }

    private Attestation request(CaseTask task) {
        return attestations.of(task.incidentId()).stream()
                .filter(a -> a.kind() == AttestationKind.ENDING_REQUESTED)
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new InputRefused("Nobody asked for this case to be ended."));
    }
}

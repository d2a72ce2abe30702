package org.mailboxremediation.process.task;

import java.util.Map;
import org.mailboxremediation.block.Origins;
import org.mailboxremediation.incident.AttestationKind;
import org.mailboxremediation.incident.Attestations;
import org.mailboxremediation.process.InputRefused;
import org.springframework.stereotype.Component;

/** Says whether there is a message to trace; the message itself is uploaded beside it (article step 4). */
@Component
final class ProvideMessageInput implements TaskInput {

    private final Origins origins;
    private final Attestations attestations;
    private final CaseTexts texts;

    ProvideMessageInput(Origins origins, Attestations attestations, CaseTexts texts) {
        this.origins = origins;
        this.attestations = attestations;
        this.texts = texts;
    }

    @Override
    public String task() {
        return "UserTask_ProvideMessage";
    }

    @Override
    public Map<String, Object> shown(CaseTask task) {
        return Map.of("facts", texts.summary(task.incidentId()));
    }

    @Override
    public void check(CaseTask task, Answers answers) {
        if (answers.none()) {
            return;
        }
        boolean found = answers.need("messageFound").equals("YES");
        if (found
                && origins.newest(task.incidentId())
                        .filter(o -> o.wasSource() == null)
                        .isEmpty()) {
            throw new InputRefused("Upload the message first, or answer that there is no such message.");
        }
        if (!found) {
            answers.need("reason");
        }
    }

    @Override
    public void record(CaseTask task, Answers answers) {
        if (!answers.none() && answers.need("messageFound").equals("NO")) {
            attestations.record(
                    task.incidentId(),
                    AttestationKind.NO_MESSAGE,
                    "message",
                    "none",
                    answers.need("reason"),
                    task.actor());
        }
    }
}

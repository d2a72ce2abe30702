package org.mailboxremediation.process.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mailboxremediation.credential.PasswordChange;
import org.mailboxremediation.credential.PasswordChanges;
import org.mailboxremediation.device.Devices;
import org.mailboxremediation.incident.AccessLog;
import org.mailboxremediation.incident.AttestationKind;
import org.mailboxremediation.incident.Attestations;
import org.mailboxremediation.incident.Incident;
import org.mailboxremediation.incident.Incidents;
import org.mailboxremediation.notice.NoticeKind;
import org.mailboxremediation.notice.Notices;
import org.mailboxremediation.restore.ChangeWords;
import org.mailboxremediation.restore.RestoreDecision;
import org.mailboxremediation.restore.RestoreGuard;
import org.springframework.stereotype.Component;

/** What a task shows of its case as a whole: report, lock-out, gate, hand-over, notices, ending. */
@Component
final class CaseTexts {

    private final Incidents incidents;
    private final Devices devices;
    private final Attestations attestations;
    private final PasswordChanges changes;
    private final AccessLog access;
    private final RestoreGuard guard;
    private final Notices notices;
    private final TaskText text;

    CaseTexts(
            Incidents incidents,
            Devices devices,
            Attestations attestations,
            PasswordChanges changes,
            AccessLog access,
            RestoreGuard guard,
            Notices notices,
            TaskText text) {
        this.incidents = incidents;
        this.devices = devices;
        this.attestations = attestations;
        this.changes = changes;
        this.access = access;
        this.guard = guard;
        this.notices = notices;
        this.text = text;
    }

    /** The mailbox, and the device where the task is about one. */
    String about(CaseTask task) {
        String mailbox = incidents.get(task.incidentId()).mailbox().asString();
        return Optional.ofNullable(task.deviceId())
                .flatMap(devices::find)
                .map(device -> mailbox + " · " + device.name())
                .orElse(mailbox);
    }

    String summary(String incidentId) {
        Incident incident = incidents.get(incidentId);
        return TaskText.text(List.of(
                "Mailbox: " + incident.mailbox().asString(),
                "Severity: " + TaskText.words(incident.severity()),
                "Access: " + TaskText.words(access.current(incident)),
                "Symptoms: " + TaskText.words(incident.symptoms()),
                "Risk factors: " + TaskText.words(incident.riskFactors())));
    }

    String attestations(String incidentId, AttestationKind kind) {
        return text.headed(
                incidentId,
                attestations.of(incidentId).stream()
                        .filter(a -> a.kind() == kind)
                        .map(a -> a.at() + "  " + a.actor() + ": " + a.answer())
                        .toList());
    }

    String lockOut(String incidentId) {
        return text.headed(
                incidentId, changes.of(incidentId).stream().map(CaseTexts::line).toList());
    }

    String gate(String incidentId) {
        RestoreDecision decision = guard.decide(incidentId);
        return text.headed(incidentId, decision.allowed() ? List.of("The restore gate is open.") : decision.reasons());
    }

    String handOver(String incidentId) {
        Incident incident = incidents.get(incidentId);
        List<String> lines = new ArrayList<>();
        lines.add("Owner: " + TaskText.orUnknown(incident.owner().name()) + ", contact: "
                + TaskText.orUnknown(incident.owner().contact()));
        changes.newest(incidentId).ifPresent(change -> {
            lines.add(line(change));
            ChangeWords.of(change, attestations.of(incidentId))
                    .byHand()
                    .ifPresent(word -> lines.add(word.actor() + " saw to this password by hand on " + word.at()
                            + ": hand over what was set there. There is nothing to show here."));
        });
        return text.headed(incidentId, lines);
    }

    String notices(String incidentId, NoticeKind kind) {
        return text.headed(
                incidentId,
                notices.of(incidentId).stream()
                        .filter(n -> n.kind() == kind)
                        .map(n -> n.recipient() + ": " + TaskText.words(n.status())
                                + (n.reason() == null ? "" : " (" + n.reason() + ")"))
                        .toList());
    }

    String ending(String incidentId) {
        List<String> lines = new ArrayList<>();
        attestations.of(incidentId).stream()
                .filter(a -> a.kind() == AttestationKind.ENDING_REQUESTED)
                .reduce((earlier, later) -> later)
                .ifPresent(
                        a -> lines.add(a.actor() + " asks for " + a.answer() + ": " + TaskText.orUnknown(a.reason())));
        RestoreDecision decision = guard.decide(incidentId);
        lines.add(decision.allowed() ? "The restore gate is open." : "The restore gate is shut:");
        lines.addAll(decision.reasons());
        return text.headed(incidentId, lines);
    }

    private static String line(PasswordChange change) {
        String seen = change.verifiedBy().isEmpty() ? "" : " by " + String.join(", ", change.verifiedBy());
        return "Password change " + change.epoch() + " (" + TaskText.words(change.cause()) + "): "
                + TaskText.words(change.verification()) + seen;
    }
}

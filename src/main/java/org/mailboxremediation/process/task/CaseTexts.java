package org.mailboxremediation.process.task;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.block.BlockLevel;
import org.mailboxremediation.block.Blocks;
import org.mailboxremediation.block.Origins;
import org.mailboxremediation.credential.PasswordChange;
import org.mailboxremediation.credential.PasswordChanges;
import org.mailboxremediation.device.Device;
import org.mailboxremediation.device.Devices;
import org.mailboxremediation.device.Scan;
import org.mailboxremediation.education.Lesson;
import org.mailboxremediation.education.LessonAssignment;
import org.mailboxremediation.education.LessonAssignments;
import org.mailboxremediation.education.Lessons;
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

/**
 * What a task shows of its case, as plain lines in a read-only text area: names and findings are other people's text, and
 * there they stay inert.
 */
@Component
final class CaseTexts {

    private static final int LONGEST = 3900;

    private final Incidents incidents;
    private final Devices devices;
    private final Attestations attestations;
    private final PasswordChanges changes;
    private final AccessLog access;
    private final RestoreGuard guard;
    private final Notices notices;
    private final Origins origins;
    private final Blocks blocks;
    private final LessonAssignments lessons;

    CaseTexts(
            Incidents incidents,
            Devices devices,
            Attestations attestations,
            PasswordChanges changes,
            AccessLog access,
            RestoreGuard guard,
            Notices notices,
            Origins origins,
            Blocks blocks,
            LessonAssignments lessons) {
        this.incidents = incidents;
        this.devices = devices;
        this.attestations = attestations;
        this.changes = changes;
        this.access = access;
        this.guard = guard;
        this.notices = notices;
        this.origins = origins;
        this.blocks = blocks;
        this.lessons = lessons;
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
        return text(List.of(
                "Mailbox: " + incident.mailbox().asString(),
                "Severity: " + words(incident.severity()),
                "Access: " + words(access.current(incident)),
                "Symptoms: " + words(incident.symptoms()),
                "Risk factors: " + words(incident.riskFactors())));
    }

    String devices(String incidentId) {
        List<String> lines = new ArrayList<>();
        devices.of(incidentId).forEach(d -> lines.add(line(d)));
        return headed(incidentId, lines.isEmpty() ? List.of("No device is listed yet.") : lines);
    }

    String device(String deviceId) {
        Device device = devices.find(deviceId).orElseThrow();
        List<String> lines = new ArrayList<>(List.of(line(device)));
        for (Scan scan : device.scans()) {
            lines.add("Scan of " + scan.finishedAt() + " by " + scan.tool() + ": " + words(scan.verdict()));
            scan.findings().forEach(finding -> lines.add("   found: " + finding));
            scan.reasons().forEach(reason -> lines.add("   " + reason));
        }
        lines.add("Its owner can scan it with ClamAV and the jar's scan command. Make the nonce for that with POST"
                + " /api/incidents/" + device.incidentId() + "/devices/" + deviceId + "/nonce");
        return headed(device.incidentId(), lines);
    }

    String attestations(String incidentId, AttestationKind kind) {
        return headed(
                incidentId,
                attestations.of(incidentId).stream()
                        .filter(a -> a.kind() == kind)
                        .map(a -> a.at() + "  " + a.actor() + ": " + a.answer())
                        .toList());
    }

    String lockOut(String incidentId) {
        return headed(
                incidentId, changes.of(incidentId).stream().map(CaseTexts::line).toList());
    }

    String gate(String incidentId) {
        RestoreDecision decision = guard.decide(incidentId);
        return headed(incidentId, decision.allowed() ? List.of("The restore gate is open.") : decision.reasons());
    }

    String handOver(String incidentId) {
        Incident incident = incidents.get(incidentId);
        List<String> lines = new ArrayList<>();
        lines.add("Owner: " + orUnknown(incident.owner().name()) + ", contact: "
                + orUnknown(incident.owner().contact()));
        changes.newest(incidentId).ifPresent(change -> {
            lines.add(line(change));
            ChangeWords.of(change, attestations.of(incidentId))
                    .byHand()
                    .ifPresent(word -> lines.add(word.actor() + " saw to this password by hand on " + word.at()
                            + ": hand over what was set there. There is nothing to show here."));
        });
        return headed(incidentId, lines);
    }

    String notices(String incidentId, NoticeKind kind) {
        return headed(
                incidentId,
                notices.of(incidentId).stream()
                        .filter(n -> n.kind() == kind)
                        .map(n -> n.recipient() + ": " + words(n.status())
                                + (n.reason() == null ? "" : " (" + n.reason() + ")"))
                        .toList());
    }

    String origin(String incidentId) {
        return headed(
                incidentId,
                origins.newest(incidentId)
                        .map(o -> List.of(
                                "Return path: " + orUnknown(o.report().returnPath()),
                                "Originating IP: " + orUnknown(o.report().originatingIp()),
                                "Boundary: " + words(o.report().boundary())))
                        .orElse(List.of("No message was provided.")));
    }

    String blocks(String incidentId) {
        return headed(
                incidentId,
                blocks.of(incidentId).stream()
                        .map(b -> b.entry()
                                + (b.level() == BlockLevel.MAILBOX ? " (this mailbox only): " : ": ")
                                + words(b.state())
                                + (b.caution() == null ? "" : " (" + b.caution() + ")"))
                        .toList());
    }

    String lessons(String incidentId) {
        return headed(
                incidentId, lessons.of(incidentId).stream().map(CaseTexts::line).toList());
    }

    List<Map<String, String>> lessonChoices(String incidentId) {
        return open(incidentId).stream()
                .map(a -> Map.of("value", a.lesson(), "label", lesson(a).title()))
                .toList();
    }

    Set<String> openLessons(String incidentId) {
        return open(incidentId).stream().map(LessonAssignment::lesson).collect(Collectors.toSet());
    }

    String ending(String incidentId) {
        List<String> lines = new ArrayList<>();
        attestations.of(incidentId).stream()
                .filter(a -> a.kind() == AttestationKind.ENDING_REQUESTED)
                .reduce((earlier, later) -> later)
                .ifPresent(a -> lines.add(a.actor() + " asks for " + a.answer() + ": " + orUnknown(a.reason())));
        RestoreDecision decision = guard.decide(incidentId);
        lines.add(decision.allowed() ? "The restore gate is open." : "The restore gate is shut:");
        lines.addAll(decision.reasons());
        return headed(incidentId, lines);
    }

    private List<LessonAssignment> open(String incidentId) {
        return lessons.of(incidentId).stream().filter(LessonAssignment::isOpen).toList();
    }

    private String headed(String incidentId, List<String> lines) {
        List<String> all = new ArrayList<>(
                List.of("Mailbox: " + incidents.get(incidentId).mailbox().asString(), ""));
        all.addAll(lines);
        return text(all);
    }

    private static String line(Device device) {
        return device.name() + " (" + words(device.kind()) + ", " + device.owner() + "): " + words(device.state());
    }

    private static String line(PasswordChange change) {
        String seen = change.verifiedBy().isEmpty() ? "" : " by " + String.join(", ", change.verifiedBy());
        return "Password change " + change.epoch() + " (" + words(change.cause()) + "): " + words(change.verification())
                + seen;
    }

    private static String line(LessonAssignment assignment) {
        return lesson(assignment).title() + "\n   " + lesson(assignment).text();
    }

    private static Lesson lesson(LessonAssignment assignment) {
        return Lessons.find(assignment.lesson()).orElseThrow();
    }

    static String words(Enum<?> code) {
        return code.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String words(Collection<? extends Enum<?>> codes) {
        return codes.isEmpty() ? "none" : codes.stream().map(CaseTexts::words).collect(Collectors.joining(", "));
    }

    private static String orUnknown(@Nullable String value) {
        return value == null ? "unknown" : value.isEmpty() ? "<> (null sender)" : value;
    }

    private static String text(List<String> lines) {
        String text = String.join("\n", lines);
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}

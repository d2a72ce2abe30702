package org.mailboxremediation.api;

import java.time.Duration;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.block.Blocks;
import org.mailboxremediation.block.CaseLinks;
import org.mailboxremediation.credential.PasswordChange;
import org.mailboxremediation.credential.Verification;
import org.mailboxremediation.education.LessonAssignments;
import org.mailboxremediation.incident.AccessLog;
import org.mailboxremediation.incident.Incident;
import org.mailboxremediation.notice.Notices;
import org.mailboxremediation.process.LockOutProgress;
import org.mailboxremediation.process.StepProgress;
import org.mailboxremediation.process.TaskBoard;
import org.mailboxremediation.restore.CaseFacts;
import org.mailboxremediation.restore.CaseFactsReader;
import org.mailboxremediation.restore.RestoreRules;
import org.springframework.stereotype.Component;

/** Puts together what an incident's page shows. The facts are read once, and everything derived is derived from them. */
@Component
final class IncidentViews {

    private final CaseFactsReader reader;
    private final Blocks blocks;
    private final CaseLinks links;
    private final Notices notices;
    private final AccessLog accessLog;
    private final LessonAssignments lessons;
    private final StepProgress steps;
    private final TaskBoard tasks;
    private final LockOutProgress lockOuts;

    IncidentViews(
            CaseFactsReader reader,
            Blocks blocks,
            CaseLinks links,
            Notices notices,
            AccessLog accessLog,
            LessonAssignments lessons,
            StepProgress steps,
            TaskBoard tasks,
            LockOutProgress lockOuts) {
        this.reader = reader;
        this.blocks = blocks;
        this.links = links;
        this.notices = notices;
        this.accessLog = accessLog;
        this.lessons = lessons;
        this.steps = steps;
        this.tasks = tasks;
        this.lockOuts = lockOuts;
    }

    /** The incident as it stands now. */
    IncidentView of(String incidentId) {
        CaseFacts facts = reader.of(incidentId);
        Incident incident = facts.incident();
        return new IncidentView(
                IncidentSummary.of(incident),
                incident.owner(),
                incident.colleagues(),
                incident.note(),
                steps.of(incident),
                facts.changes().stream()
                        .map(change -> PasswordChangeView.of(change, facts))
                        .toList(),
                facts.devices().stream().map(DeviceView::of).toList(),
                blocks.of(incidentId).stream().map(BlockView::of).toList(),
                links.of(incidentId),
                notices.of(incidentId).stream().map(NoticeView::of).toList(),
                accessLog.current(incident),
                RestoreDecisionView.of(RestoreRules.decide(facts)),
                tasks.of(incidentId),
                timeToLockOut(facts),
                lockOuts.of(incidentId).orElse(null),
                LessonsView.of(lessons.debt(incidentId)));
    }

    private static @Nullable String timeToLockOut(CaseFacts facts) {
        return facts.changes().stream()
                .filter(change -> change.verification() == Verification.VERIFIED)
                .map(PasswordChange::settledAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .map(settled -> Duration.between(facts.incident().reportedAt(), settled))
                .map(Duration::toString)
                .orElse(null);
    }
}

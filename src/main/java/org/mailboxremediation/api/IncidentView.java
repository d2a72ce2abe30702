package org.mailboxremediation.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.block.CaseLink;
import org.mailboxremediation.incident.Access;
import org.mailboxremediation.incident.Owner;
import org.mailboxremediation.process.LockOutStatus;
import org.mailboxremediation.process.OpenTask;
import org.mailboxremediation.process.StepState;

/**
 * An incident with everything that is known of it (DESIGN §5).
 *
 * @param summary what a list shows of it too; its members stand beside the others
 * @param steps the article's five
 * @param linkedIncidents other cases in which the same sender shows
 * @param access whether anyone can log in, as last read back
 * @param lockOut how far the newest lock-out has come, and when it is expected; null before there is one
 * @param timeToLockOut from the report to the first verified change, an ISO-8601 duration; null until then
 */
record IncidentView(
        @JsonUnwrapped IncidentSummary summary,
        Owner owner,
        List<String> colleagues,
        @Nullable String note,
        List<StepState> steps,
        List<PasswordChangeView> passwordChanges,
        List<DeviceView> devices,
        List<BlockView> blocks,
        List<CaseLink> linkedIncidents,
        List<NoticeView> notices,
        Access access,
        RestoreDecisionView restoreDecision,
        List<OpenTask> openTasks,
        @Nullable String timeToLockOut,

        @Schema(
                nullable = true,
                description = "How far the newest lock-out has come: its place in the queue and when it is"
                        + " expected to be verified, both null once it is settled")
        @Nullable
        LockOutStatus lockOut,

        LessonsView lessons) {}

package org.mailboxremediation.credential;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.mailboxremediation.event.CaseEvent;
import org.mailboxremediation.event.EventChain;
import org.mailboxremediation.event.NewEvent;
import org.mailboxremediation.incident.Times;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The first password change of many new cases at once. */
@Component
public final class FirstPasswordChanges {

    private final JdbcTemplate batches;
    private final EventChain events;
    private final Clock clock;

    FirstPasswordChanges(DataSource dataSource, EventChain events, Clock clock) {
        this.batches = new JdbcTemplate(dataSource);
        this.events = events;
        this.clock = clock;
    }

    /**
     * Stores that each of these cases, which have had no change yet, wants its first one for its report, in the caller's
     * transaction; event {@code PasswordChangeRequested} in each.
     *
     * @param blocksByCase whether access is blocked with the change, by the case's id
     * @return the changes, one a case
     */
    public List<PasswordChange> request(Map<String, Boolean> blocksByCase) {
        Instant now = Times.now(clock);
        List<PasswordChange> changes = new ArrayList<>();
        blocksByCase.forEach((caseId, blocks) -> changes.add(first(caseId, blocks, now)));
        insert(changes);
        events.appendAll(changes.stream()
                .map(change -> new NewEvent(
                        change.incidentId(),
                        CaseEvent.SYSTEM,
                        PasswordChanges.REQUESTED,
                        PasswordChanges.content(
                                change, Map.of("cause", change.cause().name(), "blocks", change.blocks()))))
                .toList());
        return changes;
    }

    private void insert(List<PasswordChange> changes) {
        batches.batchUpdate(
                "insert into password_change (id, incident_id, epoch, cause, blocks, requested_at, verification,"
                        + " verified_by) values (?, ?, ?, ?, ?, ?, ?, '[]')",
                changes.stream()
                        .map(change -> new Object[] {
                            change.id(),
                            change.incidentId(),
                            change.epoch(),
                            change.cause().name(),
                            change.blocks(),
                            Times.sql(change.requestedAt()),
                            change.verification().name()
                        })
                        .toList());
    }

    private static PasswordChange first(String caseId, boolean blocks, Instant at) {
        return new PasswordChange(
                UUID.randomUUID().toString(),
                caseId,
                1,
                ChangeCause.REPORTED,
                blocks,
                at,
                null,
                null,
                Verification.PENDING,
                List.of(),
                null);
    }
}

package org.mailboxremediation.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mailboxremediation.event.CaseEvent;
import org.mailboxremediation.event.EventChain;
import org.mailboxremediation.event.LockedRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When access to the mailbox was blocked and restored. */
@Component
public final class AccessLog {

    private static final LockedRows<AccessChange> READ = new LockedRows<>();

    private final JdbcClient jdbc;
    private final EventChain events;
    private final Clock clock;

    AccessLog(JdbcClient jdbc, EventChain events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Stores a change of access, in the caller's transaction; event {@code AccessBlocked} or {@code AccessRestored}.
     *
     * @param cause a short code, at most 32 characters
     */
    public void record(String incidentId, Access access, String cause) {
        TextBounds.line("cause", cause, 32);
        String type = access == Access.BLOCKED ? "AccessBlocked" : "AccessRestored";
        long position = events.append(incidentId, CaseEvent.SYSTEM, type, Map.of("cause", cause))
                .sequence();
        READ.forget(incidentId);
        jdbc.sql("insert into access_change (id, incident_id, access, cause, at, position)"
                        + " values (:id, :incident, :access, :cause, :at, :position)")
                .param("id", UUID.randomUUID().toString())
                .param("incident", incidentId)
                .param("access", access.name())
                .param("cause", cause)
                .param("at", Times.sql(Times.now(clock)))
                .param("position", position)
                .update();
    }

    /** What access is now: the newest change, or what it was before the case. Where that is unknown, open. */
    public Access current(Incident incident) {
        return newest(incident.id())
                .map(AccessChange::access)
                .orElse(incident.accessBefore() == AccessBefore.DISABLED ? Access.BLOCKED : Access.OPEN);
    }

    /** Whether the mailbox was blocked at any time of the case, before it included. */
    public boolean everBlocked(Incident incident) {
        return incident.accessBefore() == AccessBefore.DISABLED
                || of(incident.id()).stream().anyMatch(change -> change.access() == Access.BLOCKED);
    }

    /** When access was restored; empty if it never was, or was blocked again since. */
    public Optional<Instant> restoredAt(String incidentId) {
        return newest(incidentId)
                .filter(change -> change.access() == Access.OPEN)
                .map(AccessChange::at);
    }

    /** The case's changes of access, the oldest first. */
    public List<AccessChange> of(String incidentId) {
        return READ.of(incidentId, this::read);
    }

    private List<Map.Entry<String, AccessChange>> read(Collection<String> incidentIds) {
        return jdbc.sql("select incident_id, access, cause, at from access_change where incident_id in (:ids)"
                        + " order by position")
                .param("ids", incidentIds)
                .query((row, n) -> Map.entry(row.getString("incident_id"), change(row)))
                .list();
    }

    private static AccessChange change(ResultSet row) throws SQLException {
        return new AccessChange(Access.valueOf(row.getString("access")), row.getString("cause"), Times.read(row, "at"));
    }

    private Optional<AccessChange> newest(String incidentId) {
        List<AccessChange> changes = of(incidentId);
        return changes.isEmpty() ? Optional.empty() : Optional.of(changes.get(changes.size() - 1));
    }

    /**
     * Keeps in the caller's transaction that access was asked back and is not given; event {@code RestoreRefused}.
     *
     * @param refusals the names of the conditions that do not hold
     */
    public void refused(String incidentId, List<String> refusals) {
        events.append(incidentId, CaseEvent.SYSTEM, "RestoreRefused", Map.of("refusals", refusals));
    }
}

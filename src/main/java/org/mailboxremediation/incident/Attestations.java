package org.mailboxremediation.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.event.CaseEvent;
import org.mailboxremediation.event.EventChain;
import org.mailboxremediation.event.LockedRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What persons stand for with their names. */
@Component
public final class Attestations {

    private static final LockedRows<Attestation> READ = new LockedRows<>();

    private final JdbcClient jdbc;
    private final EventChain events;
    private final Clock clock;

    Attestations(JdbcClient jdbc, EventChain events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Stores a person's word, in the caller's transaction; event {@code Attested}.
     *
     * @param reason part of the proof; the event keeps its first 500 characters
     * @throws IllegalArgumentException if a text is empty or too long
     */
    public Attestation record(
            String incidentId,
            AttestationKind kind,
            String subject,
            String answer,
            @Nullable String reason,
            String actor) {
        Attestation attestation = new Attestation(
                UUID.randomUUID().toString(), incidentId, kind, subject, answer, reason, actor, Times.now(clock));
        long position = events.append(incidentId, actor, "Attested", content(attestation))
                .sequence();
        insert(attestation, position);
        return attestation;
    }

    /** The case's attestations, the oldest first. */
    public List<Attestation> of(String incidentId) {
        return READ.of(incidentId, this::read);
    }

    /** Those of the cases that have an attestation of this kind. */
    public Set<String> having(AttestationKind kind, Collection<String> incidentIds) {
        return jdbc.sql("select distinct incident_id from attestation where kind = :kind and incident_id in (:ids)")
                .param("kind", kind.name())
                .param("ids", incidentIds)
                .query(String.class)
                .set();
    }

    /**
     * The open cases in which a person did by hand what the provider should say, with nothing read since.
     *
     * @return their ids
     */
    public List<String> byHandUnread() {
        return jdbc.sql("""
                        select distinct a.incident_id from attestation a join incident i on i.id = a.incident_id
                        where i.open_mailbox is not null
                            and (a.kind = 'LOCK_OUT' and a.answer in (:changed)
                                or a.kind = 'DONE_BY_HAND' and a.subject = 'access'
                                or a.kind = 'SETTINGS_READ' and a.actor <> :system)
                            and not exists (select 1 from attestation r where r.incident_id = a.incident_id
                                and r.kind = 'RECONCILED' and r.position > a.position)
                        """)
                .param("changed", List.of(Attestation.CHANGED_BY_HAND, Attestation.CHANGED_BY_OWNER))
                .param("system", CaseEvent.SYSTEM)
                .query(String.class)
                .list();
    }

    private List<Map.Entry<String, Attestation>> read(Collection<String> incidentIds) {
        return jdbc.sql("select * from attestation where incident_id in (:ids) order by position")
                .param("ids", incidentIds)
                .query((row, n) -> Map.entry(row.getString("incident_id"), attestation(row)))
                .list();
    }

    private void insert(Attestation attestation, long position) {
        READ.forget(attestation.incidentId());
        jdbc.sql("insert into attestation (id, incident_id, kind, subject, answer, reason, actor, at, position)"
                        + " values (:id, :incident, :kind, :subject, :answer, :reason, :actor, :at, :position)")
                .param("id", attestation.id())
                .param("incident", attestation.incidentId())
                .param("kind", attestation.kind().name())
                .param("subject", attestation.subject())
                .param("answer", attestation.answer())
                .param("reason", attestation.reason())
                .param("actor", attestation.actor())
                .param("at", Times.sql(attestation.at()))
                .param("position", position)
                .update();
    }

    private static Map<String, String> content(Attestation attestation) {
        Map<String, String> payload = new HashMap<>();
        payload.put("attestation", attestation.id());
        payload.put("kind", attestation.kind().name());
        payload.put("subject", attestation.subject());
        payload.put("answer", attestation.answer());
        String reason = attestation.reason();
        if (reason != null) {
            payload.put("reason", TextBounds.cut(reason, 500));
        }
        return payload;
    }

    private static Attestation attestation(ResultSet row) throws SQLException {
        return new Attestation(
                row.getString("id"),
                row.getString("incident_id"),
                AttestationKind.valueOf(row.getString("kind")),
                row.getString("subject"),
                row.getString("answer"),
                row.getString("reason"),
                row.getString("actor"),
                Times.read(row, "at"));
    }
}

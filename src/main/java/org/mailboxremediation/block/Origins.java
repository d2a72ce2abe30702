package org.mailboxremediation.block;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mailboxremediation.event.CaseEvent;
import org.mailboxremediation.event.EventChain;
import org.mailboxremediation.evidence.trace.OriginReport;
import org.mailboxremediation.incident.AttestationKind;
import org.mailboxremediation.incident.Attestations;
import org.mailboxremediation.incident.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The origins found in a case. Methods that change something run in the caller's transaction. */
@Component
public final class Origins {

    static final String YES = "yes";
    private static final Set<String> ANSWERS = Set.of(YES, "no", "unknown");

    private final JdbcClient jdbc;
    private final EventChain chain;
    private final Attestations attestations;
    private final ObjectMapper json;
    private final Clock clock;

    Origins(JdbcClient jdbc, EventChain chain, Attestations attestations, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.chain = chain;
        this.attestations = attestations;
        this.json = json;
        this.clock = clock;
    }

    /** Keeps what a message shows; event {@code OriginFound}, without what the message claims. */
    public Origin add(String incidentId, String evidenceId, OriginReport report) {
        String id = UUID.randomUUID().toString();
        Origin origin = new Origin(id, incidentId, evidenceId, report, null, null, Times.now(clock));
        chain.append(
                incidentId,
                CaseEvent.SYSTEM,
                "OriginFound",
                Map.of(
                        "originId", origin.id(),
                        "evidenceId", evidenceId,
                        "boundary", report.boundary().name()));
        insert(origin);
        return origin;
    }

    /**
     * Keeps a person's answer whether the message was the source of the compromise; a later one replaces it, and the
     * chain keeps both.
     *
     * @param wasSource {@code yes}, {@code no} or {@code unknown}
     * @throws IllegalArgumentException for any other answer
     * @throws NoSuchElementException for an unknown origin
     */
    public void judge(String originId, String wasSource, String actor) {
        if (!ANSWERS.contains(wasSource)) {
            throw new IllegalArgumentException("wasSource must be yes, no or unknown");
        }
        Origin origin = find(originId).orElseThrow(() -> new NoSuchElementException("no such origin"));
        attestations.record(origin.incidentId(), AttestationKind.SOURCE_JUDGED, originId, wasSource, null, actor);
        jdbc.sql("update origin set was_source = :answer, judged_by = :actor where id = :id")
                .param("answer", wasSource)
                .param("actor", actor)
                .param("id", originId)
                .update();
    }

    /** The origin with this id. */
    public Optional<Origin> find(String originId) {
        return jdbc.sql("select * from origin where id = :id")
                .param("id", originId)
                .query((row, n) -> origin(row))
                .optional();
    }

    /** The case's origin that was added last. */
    public Optional<Origin> newest(String incidentId) {
        List<Origin> all = of(incidentId);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** The case's origins, oldest first. */
    public List<Origin> of(String incidentId) {
        return jdbc.sql("select * from origin where incident_id = :incident order by at, id")
                .param("incident", incidentId)
                .query((row, n) -> origin(row))
                .list();
    }

    private void insert(Origin origin) {
        OriginReport report = origin.report();
        jdbc.sql("insert into origin"
                        + " (id, incident_id, evidence_id, return_path, originating_ip, boundary, report, message_id, at)"
                        + " values (:id, :incident, :evidence, :path, :ip, :boundary, :report, :message, :at)")
                .param("id", origin.id())
                .param("incident", origin.incidentId())
                .param("evidence", origin.evidenceId())
                .param("path", report.returnPath())
                .param("ip", report.originatingIp())
                .param("boundary", report.boundary().name())
                .param("report", write(report))
                .param("message", report.identity().messageId())
                .param("at", Times.sql(origin.at()))
                .update();
    }

    private Origin origin(ResultSet row) throws SQLException {
        return new Origin(
                row.getString("id"),
                row.getString("incident_id"),
                row.getString("evidence_id"),
                read(row.getString("report")),
                row.getString("was_source"),
                row.getString("judged_by"),
                Times.read(row, "at"));
    }

    private String write(OriginReport report) {
        try {
            return json.writeValueAsString(report);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a report is always written", impossible);
        }
    }

    private OriginReport read(String text) {
        try {
            return json.readValue(text, OriginReport.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("the table holds a report that cannot be read", broken);
        }
    }
}

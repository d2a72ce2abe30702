package org.mailboxremediation.casefile;

import java.time.Clock;
import java.util.Optional;
import org.mailboxremediation.incident.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code purge_request}. */
@Component
final class PurgeRequests {

    private final JdbcClient jdbc;
    private final Clock clock;

    PurgeRequests(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    PurgeRequest add(String incidentId, String actor, String reason) {
        PurgeRequest request = new PurgeRequest(incidentId, actor, reason, Times.now(clock));
        jdbc.sql("insert into purge_request (incident_id, requested_by, reason, requested_at)"
                        + " values (:id, :by, :reason, :at)")
                .param("id", incidentId)
                .param("by", actor)
                .param("reason", reason)
                .param("at", Times.sql(request.requestedAt()))
                .update();
        return request;
    }

    Optional<PurgeRequest> find(String incidentId) {
        return jdbc.sql("select * from purge_request where incident_id = :id")
                .param("id", incidentId)
                .query((row, n) -> new PurgeRequest(
                        incidentId,
                        row.getString("requested_by"),
                        row.getString("reason"),
                        Times.read(row, "requested_at")))
                .optional();
    }

    void remove(String incidentId) {
        jdbc.sql("delete from purge_request where incident_id = :id")
                .param("id", incidentId)
                .update();
    }
}

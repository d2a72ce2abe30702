package org.mailboxremediation.incident;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads incidents. */
@Component
final class IncidentReader {

    private final JdbcClient jdbc;

    IncidentReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Incident> findAll(Collection<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(IncidentRows.SELECT + "where id in (:ids)")
                        .param("ids", ids)
                        .query(IncidentRows::read)
                        .list();
    }

    Optional<Incident> findOpen(MailboxAddress mailbox) {
        return one(
                jdbc.sql(IncidentRows.SELECT + "where open_mailbox = :mailbox").param("mailbox", mailbox.asString()));
    }

    boolean anyOpen(Collection<String> mailboxes) {
        return jdbc.sql("select count(*) from incident where open_mailbox in (:mailboxes)")
                        .param("mailboxes", mailboxes)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    Optional<Incident> findNewest(MailboxAddress mailbox) {
        return one(jdbc.sql(IncidentRows.SELECT + "where mailbox = :mailbox order by reported_at desc, id desc limit 1")
                .param("mailbox", mailbox.asString()));
    }

    List<Incident> list(IncidentFilter filter, int page, int size) {
        return filtered(
                        IncidentRows.SELECT + "where (cast(:status as varchar) is null or status = :status)"
                                + " and (cast(:mailbox as varchar) is null or mailbox = :mailbox)"
                                + " and (cast(:reporter as varchar) is null or reporter_user = :reporter)"
                                + " order by reported_at desc, id desc limit :size offset :skipped",
                        filter)
                .param("size", size)
                .param("skipped", (long) page * size)
                .query(IncidentRows::read)
                .list();
    }

    long count(IncidentFilter filter) {
        return filtered(
                        "select count(*) from incident where (cast(:status as varchar) is null or status = :status)"
                                + " and (cast(:mailbox as varchar) is null or mailbox = :mailbox)"
                                + " and (cast(:reporter as varchar) is null or reporter_user = :reporter)",
                        filter)
                .query(Long.class)
                .single();
    }

    List<String> openWithoutProcess(Instant reportedBefore, int atMost) {
        return jdbc.sql("select id from incident where open_mailbox is not null and process_instance_id is null"
                        + " and reported_at < :before order by reported_at, id limit :most")
                .param("before", Times.sql(reportedBefore))
                .param("most", atMost)
                .query(String.class)
                .list();
    }

    Set<String> awaitProcess(Set<String> ids) {
        return jdbc.sql("select id from incident where id in (:ids) and open_mailbox is not null"
                        + " and process_instance_id is null")
                .param("ids", ids)
                .query(String.class)
                .set();
    }

    /** Each with its case, and since when it is known. */
    List<Map.Entry<String, Map.Entry<Symptom, Instant>>> symptoms(Collection<String> ids) {
        return jdbc.sql("select incident_id, symptom, observed_at from incident_symptom where incident_id in (:ids)")
                .param("ids", ids)
                .query((row, n) -> Map.entry(
                        row.getString("incident_id"),
                        Map.entry(Symptom.valueOf(row.getString("symptom")), Times.read(row, "observed_at"))))
                .list();
    }

    private Optional<Incident> one(JdbcClient.StatementSpec query) {
        return query.query(IncidentRows::read).optional();
    }

    private JdbcClient.StatementSpec filtered(String sql, IncidentFilter filter) {
        IncidentStatus status = filter.status();
        MailboxAddress mailbox = filter.mailbox();
        return jdbc.sql(sql)
                .param("status", status == null ? null : status.name())
                .param("mailbox", mailbox == null ? null : mailbox.asString())
                .param("reporter", filter.reporterUser());
    }
}

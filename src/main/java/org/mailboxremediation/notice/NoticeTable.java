package org.mailboxremediation.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailboxremediation.event.LockedRows;
import org.mailboxremediation.incident.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code notice}. */
@Component
final class NoticeTable {

    private static final LockedRows<Notice> READ = new LockedRows<>();

    private final JdbcClient jdbc;

    NoticeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Notice> of(String incidentId) {
        return READ.of(
                incidentId,
                ids -> of(ids).stream()
                        .map(notice -> Map.entry(notice.incidentId(), notice))
                        .toList());
    }

    List<Notice> of(Collection<String> incidentIds) {
        return jdbc.sql("select * from notice where incident_id in (:ids) order by queued_at, kind, recipient")
                .param("ids", incidentIds)
                .query((row, n) -> notice(row))
                .list();
    }

    /** The transaction that runs writes notices of the case. */
    static void forget(String incidentId) {
        READ.forget(incidentId);
    }

    Optional<Notice> find(String incidentId, String recipient, NoticeKind kind) {
        return jdbc.sql("select * from notice"
                        + " where incident_id = :incident and recipient = :recipient and kind = :kind")
                .param("incident", incidentId)
                .param("recipient", recipient)
                .param("kind", kind.name())
                .query((row, n) -> notice(row))
                .optional();
    }

    Notice get(String id) {
        return jdbc.sql("select * from notice where id = :id")
                .param("id", id)
                .query((row, n) -> notice(row))
                .optional()
                .orElseThrow(() -> new NoSuchElementException("no such notice"));
    }

    void deleteSettled(String incidentId, NoticeKind kind, Instant until) {
        forget(incidentId);
        jdbc.sql("delete from notice where incident_id = :incident and kind = :kind and settled_at is not null"
                        + " and queued_at <= :until")
                .param("incident", incidentId)
                .param("kind", kind.name())
                .param("until", Times.sql(until))
                .update();
    }

    void insert(Notice notice) {
        jdbc.sql("insert into notice"
                        + " (id, incident_id, recipient, kind, channel, status, reason, queued_at, settled_at)"
                        + " values (:id, :incident, :recipient, :kind, :channel, :status, :reason, :queued, :settled)")
                .param("id", notice.id())
                .param("incident", notice.incidentId())
                .param("recipient", notice.recipient())
                .param("kind", notice.kind().name())
                .param("channel", notice.channel().name())
                .param("status", notice.status().name())
                .param("reason", notice.reason())
                .param("queued", Times.sql(notice.queuedAt()))
                .param("settled", Times.sqlOrNull(notice.settledAt()))
                .update();
        READ.change(
                notice.incidentId(),
                read -> Stream.concat(read.stream(), Stream.of(notice)).toList());
    }

    /**
     * Writes a notice's new status, if it still has the old one.
     *
     * @return false if somebody else was faster
     */
    boolean settle(Notice settled, NoticeStatus old) {
        forget(settled.incidentId());
        return jdbc.sql("update notice set status = :status, channel = :channel, reason = :reason,"
                                + " settled_at = :settled where id = :id and status = :old")
                        .param("status", settled.status().name())
                        .param("channel", settled.channel().name())
                        .param("reason", settled.reason())
                        .param("settled", Times.sqlOrNull(settled.settledAt()))
                        .param("id", settled.id())
                        .param("old", old.name())
                        .update()
                == 1;
    }

    private static Notice notice(ResultSet row) throws SQLException {
        return new Notice(
                row.getString("id"),
                row.getString("incident_id"),
                row.getString("recipient"),
                NoticeKind.valueOf(row.getString("kind")),
                Channel.valueOf(row.getString("channel")),
                NoticeStatus.valueOf(row.getString("status")),
                row.getString("reason"),
                Times.read(row, "queued_at"),
                Times.readOrNull(row, "settled_at"));
    }
}

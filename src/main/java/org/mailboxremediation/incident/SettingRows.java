package org.mailboxremediation.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of mailbox_setting. */
@Component
final class SettingRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    SettingRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Each with its case, of each case in the order they were found. */
    List<Map.Entry<String, MailboxSetting>> of(Collection<String> incidentIds) {
        return jdbc.sql("select * from mailbox_setting where incident_id in (:ids)"
                        + " order by found_at, kind, content, id")
                .param("ids", incidentIds)
                .query((row, n) -> Map.entry(row.getString("incident_id"), setting(row)))
                .list();
    }

    List<String> routesOfOpenCases(String part) {
        return jdbc.sql("select s.content from mailbox_setting s join incident i on i.id = s.incident_id where"
                        + " i.closed_at is null and s.kind <> 'AUTO_REPLY' and position(:part in lower(s.content)) > 0")
                .param("part", part)
                .query(String.class)
                .list();
    }

    MailboxSetting get(String id) {
        return jdbc.sql("select * from mailbox_setting where id = :id")
                .param("id", id)
                .query((row, n) -> setting(row))
                .optional()
                .orElseThrow(SettingRows::unknown);
    }

    String incidentOf(String id) {
        return jdbc.sql("select incident_id from mailbox_setting where id = :id")
                .param("id", id)
                .query(String.class)
                .optional()
                .orElseThrow(SettingRows::unknown);
    }

    void insert(String incidentId, MailboxSetting setting) {
        jdbc.sql("insert into mailbox_setting (id, incident_id, kind, content, state, found_at)"
                        + " values (:id, :incident, :kind, :content, :state, :at)")
                .param("id", setting.id())
                .param("incident", incidentId)
                .param("kind", setting.kind().name())
                .param("content", setting.value())
                .param("state", setting.state().name())
                .param("at", Times.sql(Times.now(clock)))
                .update();
    }

    void settled(String id, SettingState state) {
        jdbc.sql("update mailbox_setting set state = :state, settled_at = :at where id = :id")
                .param("state", state.name())
                .param("at", Times.sql(Times.now(clock)))
                .param("id", id)
                .update();
    }

    void decided(String id, SettingState state, String actor, String reason) {
        jdbc.sql("update mailbox_setting set state = :state, settled_at = :at, decided_by = :actor, reason = :reason"
                        + " where id = :id")
                .param("state", state.name())
                .param("at", Times.sql(Times.now(clock)))
                .param("actor", actor)
                .param("reason", reason)
                .param("id", id)
                .update();
    }

    private static MailboxSetting setting(ResultSet row) throws SQLException {
        return new MailboxSetting(
                row.getString("id"),
                SettingKind.valueOf(row.getString("kind")),
                row.getString("content"),
                SettingState.valueOf(row.getString("state")),
                row.getString("decided_by"),
                row.getString("reason"));
    }

    private static NoSuchElementException unknown() {
        return new NoSuchElementException("There is no such setting.");
    }
}

package org.mailboxremediation.summary;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the summaries' rows, each from the facts as they stand. */
@Component
final class SummaryTable {

    /** The newest change of access counts; where there is none, the password's being shown gives access (promise P1). */
    private static final String REFRESH = """
            merge into case_summary s using (
                select f.*,
                    cast((extract(epoch from f.locked_out_at) - extract(epoch from f.reported_at)) * 1000 as bigint)
                        as lock_out_ms,
                    cast((extract(epoch from f.restored_at) - extract(epoch from f.reported_at)) * 1000 as bigint)
                        as restore_ms
                from (
                    select i.id, i.mailbox, i.status, i.severity, i.reported_at, i.closed_at,
                        case i.severity when 'LOW' then 1 when 'MEDIUM' then 2 when 'HIGH' then 3 else 4 end as rank,
                        (select min(c.settled_at) from password_change c
                            where c.incident_id = i.id and c.verification = 'VERIFIED') as locked_out_at,
                        case coalesce((select a.access from access_change a where a.incident_id = i.id
                                order by a.position desc limit 1), '-')
                            when 'BLOCKED' then null
                            when 'OPEN' then (select max(a.at) from access_change a
                                where a.incident_id = i.id and a.access = 'OPEN')
                            else (select max(k.revealed_at) from sealed_credential k where k.incident_id = i.id)
                        end as restored_at,
                        exists (select 1 from device_scan d where d.incident_id = i.id and d.verdict = 'INFECTED')
                            as infected
                    from incident i where i.id in (:ids)) f) n
            on s.incident_id = n.id
            when matched then update set mailbox = n.mailbox, status = n.status, severity = n.severity, severity_rank = n.rank,
                closed_at = n.closed_at, locked_out_at = n.locked_out_at, restored_at = n.restored_at,
                lock_out_ms = n.lock_out_ms, restore_ms = n.restore_ms, infected = n.infected
            when not matched then insert (incident_id, mailbox, status, severity, severity_rank, reported_at, closed_at,
                    locked_out_at, restored_at, lock_out_ms, restore_ms, infected)
                values (n.id, n.mailbox, n.status, n.severity, n.rank, n.reported_at, n.closed_at,
                    n.locked_out_at, n.restored_at, n.lock_out_ms, n.restore_ms, n.infected)
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    SummaryTable(JdbcClient jdbc, DataSource dataSource) {
        this.jdbc = jdbc;
        this.batches = new JdbcTemplate(dataSource);
    }

    /** Makes the rows of these cases anew, as the facts are now. */
    void refresh(Collection<String> cases) {
        jdbc.sql(REFRESH).param("ids", cases).update();
    }

    /** Notes these people on each case, once. */
    void work(Map<String, Set<String>> actorsByCase) {
        write(
                "insert into case_worker (actor, incident_id) select ?, ? where not exists"
                        + " (select 1 from case_worker w where w.actor = ? and w.incident_id = ?)",
                actorsByCase.entrySet().stream()
                        .flatMap(entry -> entry.getValue().stream()
                                .map(actor -> new Object[] {actor, entry.getKey(), actor, entry.getKey()}))
                        .toList());
    }

    /** Forgets under which parts of an address the case is found. */
    void unindex(String caseId) {
        jdbc.sql("delete from case_mailbox_part where incident_id = :id")
                .param("id", caseId)
                .update();
    }

    /** Makes the mailboxes of these new cases searchable. */
    void index(Map<String, String> mailboxByCase) {
        write(
                "insert into case_mailbox_part (part, incident_id) values (?, ?)",
                mailboxByCase.entrySet().stream()
                        .flatMap(entry -> MailboxParts.of(entry.getValue()).stream()
                                .map(part -> new Object[] {MailboxParts.bytes(part), entry.getKey()}))
                        .toList());
    }

    private void write(String sql, List<Object[]> rows) {
        if (!rows.isEmpty()) {
            batches.batchUpdate(sql, rows);
        }
    }
}

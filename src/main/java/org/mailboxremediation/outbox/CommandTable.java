package org.mailboxremediation.outbox;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The commands as their users see them: written once, looked up by id, key and case. */
@Component
final class CommandTable {

    private final JdbcClient jdbc;
    private final JsonMap json;
    private final CommandRow row;

    CommandTable(JdbcClient jdbc, JsonMap json, CommandRow row) {
        this.jdbc = jdbc;
        this.json = json;
        this.row = row;
    }

    void insert(Command command) {
        jdbc.sql("""
                        insert into outbox_command (id, case_id, step, epoch, payload, priority, state, details,
                            attempts, created_at, not_before, claimed_until, queue)
                        values (:id, :case, :step, :epoch, :payload, :priority, 'PLANNED', '{}', 0, :at, :at, :at, :queue)
                        """)
                .param("id", command.id())
                .param("case", command.caseId())
                .param("step", command.step())
                .param("epoch", command.epoch())
                .param("payload", json.write(command.payload()))
                .param("priority", command.priority())
                .param("at", Column.time(command.createdAt()))
                .param("queue", QueueKey.effect(command.step()).text())
                .update();
    }

    void insertSettled(Command command, Outcome outcome) {
        jdbc.sql("""
                        insert into outbox_command (id, case_id, step, epoch, payload, priority, state, details,
                            attempts, created_at, not_before, claimed_until, settled_at)
                        values (:id, :case, :step, :epoch, '{}', :priority, :state, :details, 0, :at, :at, :at, :at)
                        """)
                .param("id", command.id())
                .param("case", command.caseId())
                .param("step", command.step())
                .param("epoch", command.epoch())
                .param("priority", command.priority())
                .param("state", outcome.state().name())
                .param("details", json.write(outcome.details()))
                .param("at", Column.time(command.createdAt()))
                .update();
    }

    Optional<Entry> find(String id) {
        return jdbc.sql("select * from outbox_command where id = ?")
                .param(id)
                .query(row)
                .optional();
    }

    Optional<Entry> find(String caseId, String step, int epoch) {
        return jdbc.sql("select * from outbox_command where case_id = ? and step = ? and epoch = ?")
                .params(caseId, step, epoch)
                .query(row)
                .optional();
    }

    Optional<Entry> newest(String caseId, String step) {
        return jdbc.sql("select * from outbox_command where case_id = ? and step = ? order by epoch desc limit 1")
                .params(caseId, step)
                .query(row)
                .optional();
    }

    /** All commands of those cases, each case's oldest first. */
    List<Entry> of(Collection<String> caseIds) {
        return jdbc.sql("select * from outbox_command where case_id in (:ids) order by created_at, step, epoch")
                .param("ids", caseIds)
                .query(row)
                .list();
    }

    Set<String> busyCases() {
        return jdbc.sql("select distinct case_id from outbox_command where queue is not null")
                .query(String.class)
                .set();
    }

    /** How many of the queues are served before this one: the more urgent, and the older ones of the same urgency. */
    int before(Entry entry, Collection<String> queues) {
        Command command = entry.command();
        return jdbc.sql("""
                        select
                            (select count(*) from outbox_command where queue in (:queues) and priority > :priority)
                            + (select count(*) from outbox_command
                                where queue in (:queues) and priority = :priority and created_at < :at)
                            + (select count(*) from outbox_command
                                where queue in (:queues) and priority = :priority and created_at = :at and id < :id)
                        """)
                .param("queues", queues)
                .param("priority", command.priority())
                .param("at", Column.time(command.createdAt()))
                .param("id", command.id())
                .query(Integer.class)
                .single();
    }

    /** How many wait in the queues, by priority. */
    Map<Integer, Integer> byPriority(Collection<String> queues) {
        Map<Integer, Integer> counts = new HashMap<>();
        jdbc.sql("select priority, count(*) as waiting from outbox_command where queue in (:queues) group by priority")
                .param("queues", queues)
                .query(found -> {
                    counts.put(found.getInt("priority"), found.getInt("waiting"));
                });
        return counts;
    }

    /** Forgets that the outcome was told. The row is not touched where it was not: others may be at work on it. */
    void unsignal(String id) {
        jdbc.sql("update outbox_command set signalled_at = null where id = ? and signalled_at is not null")
                .param(id)
                .update();
    }
}

package org.mailboxremediation.outbox;

import java.util.List;
import java.util.Optional;
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

    List<Entry> of(String caseId) {
        return jdbc.sql("select * from outbox_command where case_id = ? order by created_at, step, epoch")
                .param(caseId)
                .query(row)
                .list();
    }

    int highestEpoch(String caseId, String step) {
        return jdbc.sql("select coalesce(max(epoch), 0) from outbox_command where case_id = ? and step = ?")
                .params(caseId, step)
                .query(Integer.class)
                .single();
    }

    /** Keeps who waits, and forgets that the outcome was told. */
    void expected(String id, String processId) {
        jdbc.sql("update outbox_command set signalled_at = null, waiting_process = ? where id = ?")
                .params(processId, id)
                .update();
    }

    Optional<String> waitingProcess(String id) {
        return jdbc
                .sql("select waiting_process from outbox_command where id = ?")
                .param(id)
                .query((row, n) -> Optional.ofNullable(row.getString(1)))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }
}

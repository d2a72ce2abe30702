package org.mailboxremediation.outbox;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether lock-outs are under way: what can wait makes room for them on a machine that has little. */
@Component
public final class LockOutQueue {

    private final JdbcClient jdbc;

    LockOutQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether any command of a lock-out's priority that was asked for since then is still owed. */
    public boolean owedSince(Instant asked) {
        return jdbc.sql("select count(*) from (select id from outbox_command where queue is not null"
                                + " and priority >= :lockOut and created_at >= :asked limit 1) owed")
                        .param("lockOut", Priority.LOCK_OUT)
                        .param("asked", Column.time(asked))
                        .query(Integer.class)
                        .single()
                > 0;
    }
}

package org.mailboxremediation.database;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What the owner of the tables could do: on PostgreSQL events are append-only until he takes the triggers away. */
public final class Unguarded {

    private Unguarded() {}

    /** Does the work without the triggers. */
    public static void during(JdbcClient jdbc, Runnable work) {
        triggers(jdbc, "disable");
        try {
            work.run();
        } finally {
            triggers(jdbc, "enable");
        }
    }

    private static void triggers(JdbcClient jdbc, String action) {
        if (DatabaseKind.chosen() == DatabaseKind.POSTGRESQL) {
            jdbc.sql("alter table case_event " + action + " trigger user").update();
        }
    }
}

package org.mailboxremediation.outbox;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The commands as the workers see them. Every change is one compare-and-set statement, alike on H2 and PostgreSQL. */
@Component
final class ClaimTable {

    private final JdbcClient jdbc;
    private final JsonMap json;
    private final CommandRow row;

    ClaimTable(JdbcClient jdbc, JsonMap json, CommandRow row) {
        this.jdbc = jdbc;
        this.json = json;
        this.row = row;
    }

    /** What is due and unclaimed, the most urgent and then the oldest first, without the steps held back. */
    List<Entry> due(Instant now, Collection<String> held, int atMost) {
        return jdbc.sql("""
                        select * from outbox_command
                        where state in ('PLANNED', 'SENT') and not_before <= :now and claimed_until <= :now
                            and step not in (:held)
                        order by priority desc, created_at, id
                        limit :most
                        """)
                .param("now", Column.time(now))
                .param("held", held.isEmpty() ? List.of("") : held)
                .param("most", atMost)
                .query(row)
                .list();
    }

    /** Takes the entry as it was read, counting the attempt before it is made; false if somebody else was faster. */
    boolean claim(Entry entry, Claim claim, Instant until) {
        return jdbc.sql("""
                                update outbox_command
                                set state = 'SENT', claimed_until = :until, claimed_by = :token, attempts = :attempts,
                                    details = :details
                                where id = :id and claimed_until = :read and state in ('PLANNED', 'SENT')
                                """)
                        .param("until", Column.time(until))
                        .param("token", claim.token())
                        .param("attempts", claim.command().attempts())
                        .param("details", json.write(counting(entry.details(), claim.unexpected())))
                        .param("id", claim.command().id())
                        .param("read", Column.time(entry.claimedUntil()))
                        .update()
                == 1;
    }

    /** Gives the command back to be tried again; false if the claim had been lost. */
    boolean postpone(Claim claim, Outcome retry, int unexpected, Instant until, @Nullable Instant failing) {
        return jdbc.sql("""
                                update outbox_command
                                set state = 'PLANNED', details = :details, not_before = :until, claimed_until = :until,
                                    claimed_by = null, first_failure = :failing
                                where id = :id and claimed_by = :token and state = 'SENT'
                                """)
                        .param("details", json.write(counting(retry.details(), unexpected)))
                        .param("until", Column.time(until))
                        .param("failing", Column.timeOrNull(failing))
                        .param("id", claim.command().id())
                        .param("token", claim.token())
                        .update()
                == 1;
    }

    /** Writes the outcome; false if the claim had been lost. */
    boolean settle(Claim claim, Outcome outcome, Instant now) {
        return jdbc.sql("""
                                update outbox_command
                                set state = :state, details = :details, settled_at = :now
                                where id = :id and claimed_by = :token and state = 'SENT'
                                """)
                        .param("state", CommandState.of(outcome.state()).name())
                        .param("details", json.write(outcome.details()))
                        .param("now", Column.time(now))
                        .param("id", claim.command().id())
                        .param("token", claim.token())
                        .update()
                == 1;
    }

    private static Map<String, String> counting(Map<String, String> details, int unexpected) {
        Map<String, String> counted = new HashMap<>(details);
        if (unexpected > 0) {
            counted.put(Claim.UNEXPECTED, Integer.toString(unexpected));
        }
        return counted;
    }
}

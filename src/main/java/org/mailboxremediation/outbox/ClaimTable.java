package org.mailboxremediation.outbox;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The commands as the workers see them. Every change is one compare-and-set statement, alike on H2 and PostgreSQL. */
@Component
final class ClaimTable {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final JsonMap json;
    private final CommandRow row;

    ClaimTable(JdbcClient jdbc, DataSource dataSource, JsonMap json, CommandRow row) {
        this.jdbc = jdbc;
        this.batches = new JdbcTemplate(dataSource);
        this.json = json;
        this.row = row;
    }

    /** What is due and unclaimed in the queue, the most urgent and then the oldest first, by the index alone. */
    List<Candidate> due(QueueKey queue, Instant now, int atMost) {
        return jdbc.sql("""
                        select id, priority, created_at from outbox_command
                        where queue = :queue and claimed_until <= :now
                        order by queue, priority desc, created_at, id
                        limit :most
                        """)
                .param("queue", queue.text())
                .param("now", Column.time(now))
                .param("most", atMost)
                .query((found, number) -> new Candidate(
                        found.getString("id"),
                        queue,
                        found.getInt("priority"),
                        found.getTimestamp("created_at").toInstant()))
                .list();
    }

    /**
     * Those of the queue that may be performed together, as {@link #due} orders them: not those of which an attempt ended
     * unexpectedly, which go one by one.
     */
    List<String> dueTogether(QueueKey queue, Instant now, int atMost) {
        return jdbc.sql("""
                        select id from outbox_command
                        where queue = :queue and claimed_until <= :now and unexpected = 0
                        order by queue, priority desc, created_at, id
                        limit :most
                        """)
                .param("queue", queue.text())
                .param("now", Column.time(now))
                .param("most", atMost)
                .query(String.class)
                .list();
    }

    /**
     * Takes those that nobody was faster to take, counting the attempt before it is made. What was claimed and never
     * given back was abandoned: that counts as unexpected.
     */
    List<Claim> claim(QueueKey queue, Collection<String> ids, String token, Instant now, Instant until) {
        int taken = jdbc.sql("""
                        update outbox_command
                        set state = 'SENT', claimed_until = :until, attempts = attempts + 1,
                            sent_at = coalesce(sent_at, :now),
                            unexpected = unexpected + case when claimed_by is null then 0 else 1 end,
                            claimed_by = :token
                        where id in (:ids) and queue = :queue and claimed_until <= :now
                        """)
                .param("until", Column.time(until))
                .param("token", token)
                .param("ids", ids)
                .param("queue", queue.text())
                .param("now", Column.time(now))
                .update();
        return taken == 0 ? List.of() : claimed(queue, ids, token);
    }

    private List<Claim> claimed(QueueKey queue, Collection<String> ids, String token) {
        return jdbc.sql("""
                        select * from outbox_command where id in (:ids) and claimed_by = :token
                        order by priority desc, created_at, id
                        """)
                .param("ids", ids)
                .param("token", token)
                .query((found, number) -> new Claim(
                        row.command(found),
                        queue,
                        token,
                        found.getTimestamp("sent_at").toInstant(),
                        Column.instantOrNull(found, "first_failure"),
                        found.getInt("unexpected")))
                .list();
    }

    /** Gives the command back to be tried again in the queue; false if the claim had been lost. */
    boolean postpone(Claim claim, QueueKey queue, Outcome retry, Instant until, @Nullable Instant failing) {
        return jdbc.sql("""
                                update outbox_command
                                set state = :state, details = :details, not_before = :until, claimed_until = :until,
                                    claimed_by = null, first_failure = :failing, queue = :queue
                                where id = :id and claimed_by = :token and queue is not null
                                """)
                        .param("state", state(queue).name())
                        .param("details", json.write(retry.details()))
                        .param("until", Column.time(until))
                        .param("failing", Column.timeOrNull(failing))
                        .param("queue", queue.text())
                        .param("id", claim.command().id())
                        .param("token", claim.token())
                        .update()
                == 1;
    }

    /** Counts an attempt that ended without an outcome, for the claim that made it. */
    void countUnexpected(Claim claim) {
        jdbc.sql("update outbox_command set unexpected = unexpected + 1 where id = ? and claimed_by = ?")
                .params(claim.command().id(), claim.token())
                .update();
    }

    /**
     * Notes that the effects were accepted, and queues their verification.
     *
     * @return those whose claim had not been lost
     */
    List<Attempted> accept(List<Attempted> accepted, Instant now) {
        if (accepted.isEmpty()) {
            return List.of();
        }
        Timestamp time = Column.time(now);
        int[] written = batches.batchUpdate(
                """
                update outbox_command
                set queue = ?, accepted_at = coalesce(accepted_at, ?), not_before = ?, claimed_until = ?,
                    claimed_by = null, first_failure = null, details = '{}'
                where id = ? and claimed_by = ? and queue is not null
                """, accepted.stream().map(one -> acceptance(one, time)).toList());
        return IntStream.range(0, written.length)
                .filter(place -> written[place] == 1)
                .mapToObj(accepted::get)
                .toList();
    }

    private static Object[] acceptance(Attempted accepted, Timestamp now) {
        Claim claim = accepted.claim();
        return new Object[] {
            QueueKey.verify(claim.command().step()).text(),
            Column.time(accepted.at()),
            now,
            now,
            claim.command().id(),
            claim.token()
        };
    }

    /** Writes the outcome; false if the claim had been lost. */
    boolean settle(Claim claim, Outcome outcome, Instant now) {
        return jdbc.sql("""
                                update outbox_command
                                set state = :state, details = :details, settled_at = :now, queue = null
                                where id = :id and claimed_by = :token and queue is not null
                                """)
                        .param("state", CommandState.of(outcome.state()).name())
                        .param("details", json.write(outcome.details()))
                        .param("now", Column.time(now))
                        .param("id", claim.command().id())
                        .param("token", claim.token())
                        .update()
                == 1;
    }

    /**
     * Keeps the claims for their holders until then, in the caller's transaction. A row that somebody writes at the moment is
     * left as it is: it is being settled, or its turn comes again.
     */
    void extend(Collection<Claim> held, Instant until) {
        List<String> ids = jdbc.sql("""
                        select id from outbox_command
                        where id in (:ids) and claimed_by in (:tokens) and queue is not null
                        for update skip locked
                        """)
                .param("ids", held.stream().map(claim -> claim.command().id()).toList())
                .param("tokens", held.stream().map(Claim::token).distinct().toList())
                .query(String.class)
                .list();
        if (!ids.isEmpty()) {
            jdbc.sql("update outbox_command set claimed_until = :until where id in (:ids)")
                    .param("until", Column.time(until))
                    .param("ids", ids)
                    .update();
        }
    }

    /** The queues in which anything waits. */
    List<QueueKey> queues() {
        return jdbc
                .sql("select distinct queue from outbox_command where queue is not null")
                .query(String.class)
                .list()
                .stream()
                .map(QueueKey::parse)
                .toList();
    }

    /** An accepted effect stays sent while its verification waits. */
    private static CommandState state(QueueKey queue) {
        return queue.stage() == Stage.VERIFY ? CommandState.SENT : CommandState.PLANNED;
    }
}

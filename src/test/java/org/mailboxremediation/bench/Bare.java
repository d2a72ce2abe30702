package org.mailboxremediation.bench;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A {@link BareEngine} in a process of its own, on a database of its own. */
final class Bare implements AutoCloseable {

    private final Postgres postgres;
    private final JdbcClient jdbc;
    private final Peer peer;

    /** Starts one; with a provider, its calls are made in jobs. */
    Bare(String name, Postgres postgres, List<String> provider) {
        this.postgres = postgres;
        List<String> arguments = new ArrayList<>(List.of(postgres.create(name)));
        arguments.addAll(provider);
        jdbc = postgres.database(name);
        peer = Peer.start(name, BareEngine.class, List.of("-Xmx2g"), arguments);
    }

    /** Processor time in milliseconds for each of so many starts, up to the first user task. */
    double start(int count) {
        int before = tasks();
        Duration cpu = peer.processorTime().plus(postgres.processorTime());
        peer.tell(Integer.toString(count));
        await(before + count);
        return peer.processorTime().plus(postgres.processorTime()).minus(cpu).toNanos() / 1e6 / count;
    }

    /** Times of the provider's calls from the moment that so many were told to start, behind others that warm it up. */
    List<Times> lockOut(int warmUp, int count) {
        lockOutAll(warmUp, warmUp);
        Instant sent = Instant.now();
        lockOutAll(count, warmUp + count);
        return List.of(times("accepted_at", sent), times("verified_at", sent));
    }

    private void lockOutAll(int count, int altogether) {
        peer.tell(Integer.toString(count));
        while (jdbcCount("select count(*) from bench_time") < altogether) {
            rest();
        }
    }

    private Times times(String column, Instant sent) {
        return Times.of(jdbc.sql("select " + column + " from bench_time where accepted_at > :sent")
                .param("sent", Timestamp.from(sent))
                .query((row, n) ->
                        Duration.between(sent, row.getTimestamp(1).toInstant()).toNanos() / 1e9)
                .list());
    }

    private void await(int count) {
        while (tasks() < count) {
            rest();
        }
    }

    private int tasks() {
        return jdbcCount("select count(*) from act_ru_task where task_def_key_ = 'UserTask_ProvideMessage'");
    }

    /** Nothing, as long as the tables are being made. */
    private int jdbcCount(String sql) {
        try {
            return jdbc.sql(sql).query(Integer.class).single();
        } catch (DataAccessException notYet) {
            return 0;
        }
    }

    private void rest() {
        peer.check();
        LockSupport.parkNanos(200_000_000);
    }

    @Override
    public void close() {
        peer.close();
    }
}

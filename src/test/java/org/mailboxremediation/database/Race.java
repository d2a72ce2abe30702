package org.mailboxremediation.database;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Two threads on one database. */
public final class Race implements AutoCloseable {

    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    /** How a racer ended: with a value, or with what it threw. */
    public record End<T>(@Nullable T value, @Nullable Throwable thrown) {}

    /** Lets both begin at the same moment, and waits for both. */
    public <T> List<End<T>> run(Supplier<T> one, Supplier<T> other) {
        CyclicBarrier line = new CyclicBarrier(2);
        Future<T> first = threads.submit(atTheLine(line, one));
        Future<T> second = threads.submit(atTheLine(line, other));
        return List.of(end(first), end(second));
    }

    /** Lets both do the same at the same moment. */
    public <T> List<End<T>> run(Supplier<T> work) {
        return run(work, work);
    }

    /** Starts work that is to wait for the caller, and makes sure that it does. */
    public <T> Future<T> held(Supplier<T> work) {
        Future<T> future = threads.submit(work::get);
        assertThatThrownBy(() -> future.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        return future;
    }

    /** How that work ended; it has 20 s. */
    public static <T> End<T> end(Future<T> future) {
        try {
            return new End<>(future.get(20, TimeUnit.SECONDS), null);
        } catch (ExecutionException failed) {
            return new End<>(null, failed.getCause());
        } catch (InterruptedException | TimeoutException hangs) {
            throw new AssertionError(hangs);
        }
    }

    private static <T> Callable<T> atTheLine(CyclicBarrier line, Supplier<T> work) {
        return () -> {
            line.await(20, TimeUnit.SECONDS);
            return work.get();
        };
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}

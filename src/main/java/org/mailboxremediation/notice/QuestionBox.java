package org.mailboxremediation.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.mailboxremediation.mailbox.ProviderFailure;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * A two-second box around what notices ask of the provider: one that hangs must hold up no mail. Once it did, it is not
 * asked again for half a minute.
 */
@Component
final class QuestionBox implements DisposableBean {

    private static final Duration BOX = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final Clock clock;
    private final AtomicReference<Instant> askAgainAt = new AtomicReference<>(Instant.EPOCH);
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "notice-question");
        thread.setDaemon(true);
        return thread;
    });

    QuestionBox(Clock clock) {
        this.clock = clock;
    }

    /**
     * The answer.
     *
     * @throws ProviderFailure the question's own, or that there was no answer in time
     */
    List<String> ask(Supplier<List<String>> question) {
        if (clock.instant().isBefore(askAgainAt.get())) {
            throw noAnswer();
        }
        Optional<List<String>> answer = boxed(question);
        if (answer.isEmpty()) {
            askAgainAt.set(clock.instant().plus(PAUSE));
            throw noAnswer();
        }
        return answer.get();
    }

    private Optional<List<String>> boxed(Supplier<List<String>> question) {
        try {
            return CompletableFuture.supplyAsync(() -> Optional.of(question.get()), threads)
                    .completeOnTimeout(Optional.empty(), BOX.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof ProviderFailure own ? own : failed;
        }
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }

    private static ProviderFailure.Unavailable noAnswer() {
        return new ProviderFailure.Unavailable("The provider did not answer in time.", Duration.ofSeconds(5));
    }
}

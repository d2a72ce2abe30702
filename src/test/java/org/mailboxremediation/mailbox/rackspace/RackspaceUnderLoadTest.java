package org.mailboxremediation.mailbox.rackspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.CaseDatabase;
import org.mailboxremediation.credential.Secret;
import org.mailboxremediation.incident.MailboxAddress;
import org.mailboxremediation.mailbox.MailboxProvider;
import org.mailboxremediation.mailbox.ProviderFailure;
import org.mailboxremediation.mailbox.ProviderOutcome;
import org.mailboxremediation.outbox.Command;
import org.mailboxremediation.outbox.Demand;
import org.mailboxremediation.outbox.EffectHandler;
import org.mailboxremediation.outbox.OutboxFixture;
import org.mailboxremediation.outbox.Outcome;
import org.mailboxremediation.outbox.Target;
import org.mailboxremediation.sandbox.RunningSandbox;

/** Several hundred lock-outs against the emulator's own limits: none may be refused by throttling. */
final class RackspaceUnderLoadTest {

    private static final int LOCK_OUTS = 300;
    private static final int WORKERS = 6;

    private final RunningSandbox sandbox = RunningSandbox.start("extra-mailboxes=" + LOCK_OUTS);
    private final CaseDatabase database = new CaseDatabase();
    private final ConcurrentLinkedQueue<ProviderFailure> failures = new ConcurrentLinkedQueue<>();
    private final ExecutorService workers = Executors.newFixedThreadPool(WORKERS);

    @AfterEach
    void close() {
        workers.shutdown();
        database.close();
        sandbox.close();
    }

    @Test
    void noCallIsRefusedByThrottlingWhileTheBudgetIsUsedUp() throws Exception {
        RackspaceProperties properties = RackspaceFixture.properties(
                "http://127.0.0.1:" + sandbox.httpPort() + "/sandbox/rackspace/v1",
                List.of(new ApiUser("eGbq9/2hcZsRlr1JV1Pi", "QHOvchm/40czXhJ1OxfxK7jDHr3t")),
                60,
                30);
        ApiUsers users = new ApiUsers(properties, sandbox.clock());
        LockOutHandler handler = new LockOutHandler(RackspaceFixture.provider(properties, users, sandbox.clock()));
        OutboxFixture outbox = new OutboxFixture(database, sandbox.clock(), users, List.of(handler));
        List<String> owed = new ArrayList<>();
        for (int i = 1; i <= LOCK_OUTS; i++) {
            owed.add(outbox.owe("user%05d".formatted(i), LockOutHandler.STEP, Map.of()));
        }
        Instant start = sandbox.clock().instant();
        while (owed.stream().anyMatch(id -> outbox.outbox.find(id).isEmpty())) {
            drainTogether(outbox);
            sandbox.clock().advance(Duration.ofSeconds(5));
        }

        assertThat(failures).isEmpty();
        // 30 writes in 61 seconds: 300 take ten rounds, nine of them waited for.
        assertThat(Duration.between(start, sandbox.clock().instant())).isLessThan(Duration.ofSeconds(9 * 66 + 30));
    }

    private void drainTogether(OutboxFixture outbox) throws Exception {
        Callable<Integer> drain = outbox.worker::drain;
        List<Future<Integer>> running = new ArrayList<>();
        for (int worker = 0; worker < WORKERS; worker++) {
            running.add(workers.submit(drain));
        }
        for (Future<Integer> one : running) {
            one.get();
        }
    }

    /** A write, and a read to verify it. */
    private final class LockOutHandler implements EffectHandler {

        static final String STEP = "LOCK_OUT";

        private final MailboxProvider provider;

        LockOutHandler(MailboxProvider provider) {
            this.provider = provider;
        }

        @Override
        public String step() {
            return STEP;
        }

        @Override
        public Demand demand() {
            return Demand.on(Target.PROVIDER).calls(0, 1).forLockOut();
        }

        @Override
        public Optional<Demand> verifyDemand() {
            return Optional.of(Demand.on(Target.LOGINS).calls(1, 0).forLockOut());
        }

        @Override
        public Outcome perform(Command command) {
            return asked(() -> {
                provider.changePasswordAndBlock(mailbox(command), Secret.of("Kx7-blue-Harbour"));
                return Outcome.accepted();
            });
        }

        @Override
        public Outcome verify(Command command) {
            return asked(() -> {
                assertThat(provider.show(mailbox(command)).enabled()).isFalse();
                return Outcome.of(Outcome.State.VERIFIED, Map.of());
            });
        }

        @Override
        public void record(Command command, Outcome outcome) {
            assertThat(outcome.state()).isEqualTo(Outcome.State.VERIFIED);
        }

        private Outcome asked(Supplier<Outcome> question) {
            try {
                return question.get();
            } catch (ProviderFailure failure) {
                failures.add(failure);
                return ProviderOutcome.of(failure);
            }
        }

        private MailboxAddress mailbox(Command command) {
            return MailboxAddress.parse(command.caseId() + "@example.com");
        }
    }
}

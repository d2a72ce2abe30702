package org.mailboxremediation.app.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.mailboxremediation.app.jar.PackagedJar;
import org.mailboxremediation.sandbox.SandboxProcess;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The application is killed (SIGKILL) while every step that calls the provider is at every point: before its call, after
 * the call's effect, after its answer, after the commit. The provider, in a process of its own, holds the calls meanwhile
 * and keeps the truth. {@code mvn -Pbench verify -Dit.test=KillIT} does it five times.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KillIT {

    private static final Logger LOG = LoggerFactory.getLogger("kill");
    private static final Duration RESUMED_WITHIN = Duration.ofSeconds(15);

    /** So long that no held call times out by itself. */
    private static final List<String> PATIENT = List.of(
            "--remediation.outbox.workers=64",
            "--remediation.rackspace.read-timeout=20m",
            "--remediation.rackspace.total-timeout=50m",
            "--remediation.logins.timeout=20m",
            "--spring.mail.properties[mail.smtp.timeout]=1200000");

    private final AtomicInteger mailboxes = new AtomicInteger();
    private final ExecutorService people = Executors.newFixedThreadPool(4);
    private SandboxProcess sandbox;

    @TempDir
    private Path data;

    @BeforeAll
    void startSandbox() {
        sandbox = SandboxProcess.start(
                "kill-sandbox", "extra-mailboxes=500", "reads-per-minute=0", "writes-per-minute=0");
    }

    @AfterAll
    void stopSandbox() {
        people.shutdownNow();
        sandbox.close();
    }

    @Test
    void everyStepKilledAtEveryPointConverges() {
        int kills = Integer.getInteger("remediation.kills", 1);
        for (int kill = 1; kill <= kills; kill++) {
            killAndRestart(kill);
        }
    }

    private void killAndRestart(int kill) {
        long begin = System.nanoTime();
        List<HeldStep> held;
        try (PackagedJar jar = start("kill-" + kill + "-before", PATIENT)) {
            held = holdEverything(People.at(jar.url()), kill);
            LOG.info("{} steps held after {} ms", held.size(), millisSince(begin));
            jar.kill();
        }
        sandbox.fail();
        try (PackagedJar jar = start("kill-" + kill + "-after", List.of())) {
            Instant healthy = Instant.now();
            People again = People.at(jar.url());
            List<HeldStep> resumed = held.stream().map(step -> step.with(again)).toList();
            resumed.forEach(step -> Walk.until(
                    step::isSettled, () -> step + ": " + step.journey().incident()));
            resumed.forEach(step -> LOG.info("{}: {} extra calls", step, step.extraCalls(sandbox)));
            Duration resumedAfter = resumed.stream()
                    .map(step -> Duration.between(healthy, step.journey().lastEvent()))
                    .max(Duration::compareTo)
                    .orElseThrow();
            LOG.info("healthy after {}, all resumed and done {} later", jar.startUp(), resumedAfter);
            assertThat(resumed).allMatch(step -> step.extraCalls(sandbox) <= 1, "at most one extra call");
            assertThat(resumedAfter).isLessThanOrEqualTo(RESUMED_WITHIN);
            all(resumed.stream()
                            .<Supplier<Integer>>map(step -> () -> CaseToHandOver.finish(step.journey()))
                            .toList())
                    .forEach(handedOver -> assertThat(handedOver).isPositive());
            LOG.info("{} kills at {} points in {} ms", kill, KillPoint.values().length, millisSince(begin));
        }
    }

    private PackagedJar start(String run, List<String> settings) {
        List<String> all = new ArrayList<>(sandbox.settings());
        all.add("--remediation.rackspace.reads-per-minute=0");
        all.add("--remediation.rackspace.writes-per-minute=0");
        all.addAll(settings);
        return PackagedJar.start(data, run, Map.of(), all);
    }

    private List<HeldStep> holdEverything(People admins, int kill) {
        HeldSteps steps = new HeldSteps(sandbox, this::mailbox, admins);
        List<Function<KillPoint, HeldStep>> alone = List.of(
                steps::changePassword,
                steps::clearSettings,
                steps::alertColleagues,
                steps::blockAccess,
                steps::restoreAccess);
        List<Supplier<List<HeldStep>>> chains = new ArrayList<>();
        chains.add(() -> senders(steps, kill));
        alone.forEach(
                step -> chains.add(() -> Stream.of(KillPoint.values()).map(step).toList()));
        return all(chains).stream().flatMap(List::stream).toList();
    }

    /** One after the other, because all share one block list: those that hold its reading come last. */
    private List<HeldStep> senders(HeldSteps steps, int kill) {
        List<HeldStep> held = new ArrayList<>();
        List<KillPoint> order = List.of(KillPoint.AFTER_COMMIT, KillPoint.BEFORE_CALL, KillPoint.BEFORE_REPLY);
        for (KillPoint point : order) {
            held.add(steps.blockSender(point, sender("block", point, kill)));
        }
        List<BlockedSender> blocked = Stream.of(KillPoint.values())
                .map(point -> new BlockedSender(
                        point, steps.blockSender(KillPoint.AFTER_COMMIT, sender("undo", point, kill))))
                .toList();
        blocked.stream()
                .filter(undo -> undo.point() != KillPoint.BEFORE_COMMIT)
                .forEach(undo -> held.add(undo.held(steps)));
        held.add(steps.blockSender(KillPoint.BEFORE_COMMIT, sender("block", KillPoint.BEFORE_COMMIT, kill)));
        blocked.stream()
                .filter(undo -> undo.point() == KillPoint.BEFORE_COMMIT)
                .forEach(undo -> held.add(undo.held(steps)));
        return held;
    }

    private static String sender(String what, KillPoint point, int kill) {
        return "%s-%s-%d@evil.example"
                .formatted(what, point.name().toLowerCase(Locale.ROOT).replace('_', '-'), kill);
    }

    private Mailbox mailbox() {
        String address = "user%05d@example.com".formatted(mailboxes.incrementAndGet());
        return Mailbox.at(address, sandbox.url(), sandbox.imapPort(), sandbox.smtpPort());
    }

    private <T> List<T> all(List<? extends Supplier<? extends T>> work) {
        List<CompletableFuture<T>> started = new ArrayList<>();
        for (Supplier<? extends T> one : work) {
            started.add(CompletableFuture.supplyAsync(one::get, people));
        }
        return started.stream().map(CompletableFuture::join).toList();
    }

    private static long millisSince(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos).toMillis();
    }

    /** A sender on the block list, whose undoing is to be held at that point. */
    private record BlockedSender(KillPoint point, HeldStep block) {

        HeldStep held(HeldSteps steps) {
            return steps.undoBlock(point, block.target(), block.journey());
        }
    }
}

package org.mailboxremediation.app.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailboxremediation.app.walk.FaultRow.Ends.CONVERGED;
import static org.mailboxremediation.app.walk.FaultRow.Ends.TASK;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mailboxremediation.app.walk.FaultRow.Ends;
import org.mailboxremediation.credential.SealedCredentials;
import org.mailboxremediation.credential.Secret;
import org.mailboxremediation.database.DatabaseKind;
import org.mailboxremediation.outbox.Entry;
import org.mailboxremediation.outbox.Outbox;
import org.mailboxremediation.sandbox.fault.CallLog;
import org.mailboxremediation.sandbox.fault.FaultRule;
import org.mailboxremediation.sandbox.fault.Faults;
import org.mailboxremediation.sandbox.fault.Trouble;
import org.mailboxremediation.sandbox.fault.Trouble.Kind;
import org.springframework.beans.factory.annotation.Autowired;

/** The same for the steps behind the lock-out, with some faults each. The rows run beside each other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag(DatabaseKind.ONCE)
final class StepFaultMatrixTest extends Walk {

    private static final Trouble LOST = Trouble.of(Kind.LOST_REPLY);
    private static final Trouble CUT = Trouble.of(Kind.CUT);
    private static final Trouble UNTRUE = Trouble.of(Kind.NOT_APPLIED);
    private static final Trouble DOWN = Trouble.status(503);
    private static final Trouble HANGS = Trouble.of(Kind.NO_ANSWER, Duration.ofSeconds(6));

    private final Map<String, CompletableFuture<Ended>> running = new LinkedHashMap<>();
    private final FaultReport report = new FaultReport("steps");
    private final ExecutorService threads = Executors.newFixedThreadPool(6);

    @Autowired
    private Faults faults;

    @Autowired
    private CallLog calls;

    @Autowired
    private Outbox outbox;

    @Autowired
    private SealedCredentials credentials;

    List<Row> rows() {
        return List.of(
                new Row("clear settings: reply lost, once", CONVERGED, row -> cleared(LOST, 1)),
                new Row("clear settings: 200, not applied, always", TASK, row -> cleared(UNTRUE, 0)),
                new Row("clear settings: status 503, always", TASK, row -> cleared(DOWN, 0)),
                new Row("block access: connection cut, once", CONVERGED, row -> blocked(CUT, 1)),
                new Row("block access: 200, not applied, always", TASK, row -> blocked(UNTRUE, 0)),
                new Row("block access: status 503, always", TASK, row -> blocked(DOWN, 0)),
                new Row("restore access: reply lost, once", CONVERGED, row -> restored("mailbox.enable", LOST, 1)),
                new Row("restore access: 200, not applied, always", TASK, row -> restored("mailbox.enable", UNTRUE, 0)),
                new Row("restore access: new password refused", TASK, row -> restored("imap.login", DOWN, 0)),
                new Row("restore access: password never applied", TASK, row -> restoredWithoutPassword()),
                new Row("block sender: reply lost, once", CONVERGED, row -> senderBlocked("lost", LOST, 1)),
                new Row("block sender: 200, not applied, always", TASK, row -> senderBlocked("untrue", UNTRUE, 0)),
                new Row("block sender: status 503, always", TASK, row -> senderBlocked("down", DOWN, 0)),
                new Row("undo block: reply lost, once", CONVERGED, row -> undone("lost", LOST, 1)),
                new Row("undo block: 503, always (stays in force)", TASK, row -> undone("down", DOWN, 0)),
                new Row(
                        "alert: 450 for the recipient, once",
                        CONVERGED,
                        row -> alerted("smtp.rcpt", Trouble.status(450), 1)),
                new Row("alert: 550 for the recipient", TASK, row -> alerted("smtp.rcpt", Trouble.status(550), 0)),
                new Row(
                        "alert: 450 for the recipient, always",
                        TASK,
                        row -> alerted("smtp.rcpt", Trouble.status(450), 0)),
                new Row("alert: the mail server is down", TASK, row -> alerted("smtp.rcpt", CUT, 0)),
                new Row(
                        "alert: hangs before the mail is taken, once",
                        CONVERGED,
                        row -> alerted("smtp.data", HANGS, 1)),
                new Row("alert: cut before the mail is taken, once", CONVERGED, row -> alerted("smtp.data", CUT, 1)),
                new Row("alert: dropped after DATA, once", CONVERGED, row -> alerted("smtp.taken", CUT, 1)));
    }

    @BeforeAll
    void startAll() {
        rows().forEach(row -> running.put(
                row.name(), CompletableFuture.supplyAsync(() -> row.walk().apply(row), threads)));
    }

    @AfterAll
    void end() {
        threads.shutdownNow();
        faults.clear();
        report.write();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void endsConvergedOrAsAVisibleTask(Row row) {
        Ended ended = running.get(row.name()).join();
        report.add(row.name(), calls.of(ended.call(), ended.target()), ended.as());
        assertThat(ended.as()).isEqualTo(row.ends());
        assertThat(faults.fired(ended.target())).as("the fault happened").isPositive();
    }

    private Ended cleared(Trouble trouble, int times) {
        Mailbox mailbox = freshMailbox();
        mailbox.edit("emailForwardingAddresses", "collector@outside.example");
        fail("mailbox.edit", mailbox.address(), times, trouble);
        Journey walk = report(mailbox, "UNFAMILIAR_MAIL");
        Entry settled = FaultReport.await(
                () -> outbox.findByKey(walk.id(), "CLEAR_SETTINGS", 1)
                        .filter(entry -> entry.settled().isPresent())
                        .orElse(null),
                () -> "settings of " + walk.incident());
        boolean gone = !mailbox.shown().contains("collector@outside.example");
        Steps.cleanScan(walk);
        assertThat(gone).isEqualTo(settled.state().name().equals("VERIFIED"));
        return ended("mailbox.edit", mailbox.address(), walk, Steps.HAND_OVER, Steps.SETTLE);
    }

    private Ended blocked(Trouble trouble, int times) {
        Journey walk = Steps.cleanScan(report("FORWARDING_ADDED"));
        walk.task(Steps.HAND_OVER);
        String address = walk.mailbox().address();
        fail("mailbox.disable", address, times, trouble);
        walk.addDevice("Phone");
        Ends ends = FaultReport.await(
                () -> walk.openTasks().contains("UserTask_BlockAccessByHand")
                        ? TASK
                        : walk.access().equals("BLOCKED") ? CONVERGED : null,
                () -> "blocking of " + walk.incident());
        assertThat(walk.mailbox().enabled()).isEqualTo(ends == TASK);
        return new Ended("mailbox.disable", address, ends);
    }

    private Ended restored(String call, Trouble trouble, int times) {
        Journey walk = Steps.listed(report("PASSWORD_CHANGED"));
        walk.scan("Laptop", "clean");
        String address = walk.mailbox().address();
        fail(call, address, times, trouble);
        Ended ended = ended(call, address, Steps.complete(walk), Steps.HAND_OVER, "UserTask_RestoreAccessByHand");
        assertThat(walk.mailbox().enabled()).isEqualTo(ended.as() == CONVERGED);
        if (ended.as() == CONVERGED) {
            String password = credentials
                    .unseal(walk.newestChange("id"))
                    .map(Secret::reveal)
                    .orElseThrow();
            assertThat(walk.mailbox().accepts(password)).isTrue();
        }
        return ended;
    }

    /** On a blocked mailbox no login can tell that the password is still the old: the restore finds out. */
    private Ended restoredWithoutPassword() {
        Mailbox mailbox = freshMailbox();
        fail("mailbox.password", mailbox.address(), 0, Trouble.without("password"));
        Journey walk = Steps.listed(report(mailbox, "PASSWORD_CHANGED"));
        walk.scan("Laptop", "clean");
        Steps.complete(walk);
        Ended ended =
                ended("mailbox.password", mailbox.address(), walk, Steps.HAND_OVER, "UserTask_RestoreAccessByHand");
        assertThat(mailbox.enabled()).isFalse();
        return ended;
    }

    private Ended senderBlocked(String name, Trouble trouble, int times) {
        String sender = "matrix-" + name + "@evil.example";
        fail("blocklist.add", sender, times, trouble);
        Journey walk = SourceWalks.given(sender, "203.0.113.99").submit(SourceWalks.JUDGE, Map.of("wasSource", "yes"));
        walk.submit(
                SourceWalks.CONFIRM,
                Map.of("entries", walk.choices(SourceWalks.CONFIRM, "blockChoices"), "reason", "it was the source"));
        Ends ends = FaultReport.await(
                () -> walk.openTasks().contains("UserTask_BlockSenderByHand")
                        ? TASK
                        : HeldSteps.block(walk, sender).path("state").asText().equals("IN_FORCE") ? CONVERGED : null,
                () -> "block of " + walk.incident());
        assertThat(walk.mailbox().answersTo(sender).startsWith("554")).isEqualTo(ends == CONVERGED);
        return new Ended("blocklist.add", sender, ends);
    }

    /** An undoing that cannot be done leaves the block in force, where it can be asked for again. */
    private Ended undone(String name, Trouble trouble, int times) {
        String sender = "matrix-undo-" + name + "@evil.example";
        Journey walk = SourceWalks.given(sender, "203.0.113.98").submit(SourceWalks.JUDGE, Map.of("wasSource", "yes"));
        walk.submit(
                SourceWalks.CONFIRM,
                Map.of("entries", walk.choices(SourceWalks.CONFIRM, "blockChoices"), "reason", "it was the source"));
        until(() -> state(walk, sender).equals("IN_FORCE"), sender);
        fail("blocklist.remove", sender, times, trouble);
        String id = HeldSteps.block(walk, sender).path("id").asText();
        assertThat(walk.api()
                        .send("DELETE", "/api/blocks/" + id + "?reason=mistaken", null, null)
                        .statusCode())
                .isEqualTo(202);
        Ends ends = FaultReport.await(
                () -> switch (state(walk, sender)) {
                    case "UNDONE" -> CONVERGED;
                    case "IN_FORCE" -> TASK;
                    default -> null;
                },
                () -> "undoing of " + walk.incident());
        assertThat(walk.mailbox().answersTo(sender).startsWith("250")).isEqualTo(ends == CONVERGED);
        return new Ended("blocklist.remove", sender, ends);
    }

    private static String state(Journey walk, String sender) {
        return HeldSteps.block(walk, sender).path("state").asText();
    }

    private Ended alerted(String call, Trouble trouble, int times) {
        String colleague = mailbox();
        fail(call, colleague, times, trouble);
        Journey walk = report(
                freshMailbox(),
                Map.of(
                        "symptoms", List.of("UNFAMILIAR_MAIL"),
                        "devices", List.of(laptop()),
                        "colleagues", List.of(colleague)));
        Ends ends = FaultReport.await(
                () -> walk.openTasks().contains("UserTask_AlertColleaguesByHand")
                        ? TASK
                        : notice(walk, colleague).equals("SENT") ? CONVERGED : null,
                () -> "alert of " + walk.incident());
        assertThat(calls.of("smtp.taken", colleague).received() > 0).isEqualTo(ends == CONVERGED);
        return new Ended(call, colleague, ends);
    }

    private Ended ended(String call, String target, Journey walk, String converged, String byHand) {
        Ends ends = FaultReport.await(
                () -> walk.openTasks().contains(converged)
                        ? CONVERGED
                        : walk.openTasks().contains(byHand) ? TASK : null,
                () -> call + " of " + walk.incident());
        return new Ended(call, target, ends);
    }

    private void fail(String call, String target, int times, Trouble trouble) {
        faults.add(new FaultRule(call, target, 0, times, 1, trouble));
    }

    private static String notice(Journey walk, String recipient) {
        return StreamSupport.stream(walk.incident().path("notices").spliterator(), false)
                .filter(notice -> notice.path("recipient").asText().equals(recipient))
                .map((JsonNode notice) -> notice.path("status").asText())
                .findFirst()
                .orElse("");
    }

    /**
     * One row.
     *
     * @param walk brings a case to the fault, and says how it ended
     */
    private record Row(String name, Ends ends, Function<Row, Ended> walk) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** How it ended, and which calls it took. */
    private record Ended(String call, String target, Ends as) {}
}

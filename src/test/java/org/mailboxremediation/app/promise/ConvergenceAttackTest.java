package org.mailboxremediation.app.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.app.Tasklist;
import org.mailboxremediation.database.Race;
import org.mailboxremediation.event.EventChain;
import org.mailboxremediation.outbox.Command;
import org.mailboxremediation.outbox.Entry;
import org.mailboxremediation.outbox.Outbox;
import org.mailboxremediation.outbox.OutboxWorker;
import org.mailboxremediation.outbox.Outcome;
import org.mailboxremediation.outbox.OutcomeListener;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Attacks promise P9: the same thing asked for twice at once, and outcomes that are told twice. */
class ConvergenceAttackTest extends PromiseTest {

    private static final String WAITING = "act_ru_event_subscr s join act_ru_execution e on e.id_ = s.proc_inst_id_"
            + " join act_ru_execution r on r.id_ = e.root_proc_inst_id_"
            + " where s.event_name_ = 'Message_PasswordChangeOutcome' and r.business_key_";

    @Test
    void tenReportsAtOnceMakeOneCaseAndOneLockOut(@Autowired JdbcClient jdbc) {
        String mailbox = mailbox();
        List<CompletableFuture<HttpResponse<String>>> calls = IntStream.range(0, 10)
                .mapToObj(n -> CompletableFuture.supplyAsync(() ->
                        api(n % 2 == 0 ? "admin" : "reporter").post("/api/incidents", report(mailbox, "BOUNCES"))))
                .toList();
        Map<Integer, Integer> statuses = new HashMap<>();
        calls.forEach(call -> statuses.merge(call.join().statusCode(), 1, Integer::sum));
        assertThat(statuses).isEqualTo(Map.of(201, 1, 409, 9));
        String id = Tasklist.read(api("admin").get("/api/incidents?mailbox=" + mailbox))
                .path("items")
                .path(0)
                .path("id")
                .asText();
        task("admin", id, "UserTask_ListDevices");
        assertThat(rows(jdbc, "outbox_command where step = 'CHANGE_PASSWORD' and case_id", id))
                .isOne();
        assertThat(rows(jdbc, "password_change where incident_id", id)).isOne();
        assertThat(rows(jdbc, "device where incident_id", id)).isOne();
        assertThat(rows(
                        jdbc,
                        "act_ru_execution where parent_id_ is null and super_exec_ is null and business_key_",
                        id))
                .isOne();
    }

    @Test
    void outcomeThatIsToldAgainMovesNothing(
            @Autowired JdbcClient jdbc, @Autowired Outbox outbox, @Autowired List<OutcomeListener> listeners) {
        String id = openCase();
        await(() -> rows(jdbc, "outbox_command where signalled_at is null and case_id", id) == 0, "all outcomes told");
        await(() -> api("admin").openTasks(id).contains("UserTask_ProvideMessage"), "a case that waits for people");
        List<String> tasks = api("admin").openTasks(id);
        Entry change = outbox.findByKey(id, "CHANGE_PASSWORD", 1).orElseThrow();
        for (int again = 0; again < 3; again++) {
            listeners.forEach(
                    listener -> listener.settled(change.command(), Outcome.of(Outcome.State.VERIFIED, Map.of())));
        }
        assertThat(api("admin").openTasks(id)).isEqualTo(tasks);
        assertThat(rows(jdbc, "password_change where incident_id", id)).isOne();
    }

    @RepeatedTest(5)
    void outcomeThatTwoNodesTellAtOnceMovesTheCaseOnce(
            @Autowired JdbcClient jdbc,
            @Autowired Outbox outbox,
            @Autowired OutboxWorker worker,
            @Autowired EventChain chain,
            @Autowired TransactionTemplate transaction,
            @Autowired List<OutcomeListener> listeners) {
        worker.stop();
        String id;
        try (Race race = new Race()) {
            id = Tasklist.read(api("admin").post("/api/incidents", report(mailbox(), "BOUNCES")))
                    .path("id")
                    .asText();
            await(() -> rows(jdbc, WAITING, id) == 1, "a process that waits");
            Command change =
                    outbox.findByKey(id, "CHANGE_PASSWORD", 1).orElseThrow().command();
            assertThat(race.run(() -> transaction.execute(status -> {
                        chain.lock(id);
                        return told(listeners, change);
                    })))
                    .containsExactlyInAnyOrder(new Race.End<>(true, null), new Race.End<>(false, null));
        } finally {
            worker.applicationReady();
        }
        await(() -> newestChange(id).path("verification").asText().equals("VERIFIED"), "the verification");
    }

    private static boolean told(List<OutcomeListener> listeners, Command command) {
        return listeners.stream()
                .map(listener -> listener.settled(command, Outcome.of(Outcome.State.VERIFIED, Map.of())))
                .reduce(true, Boolean::logicalAnd);
    }

    @Test
    void taskThatTwoPeopleCompleteAtOnceIsDoneOnce() {
        String id = openCase();
        var task = task("admin", id, "UserTask_ListDevices");
        List<Tasklist> browsers = List.of(anotherBrowser("admin"), anotherBrowser("admin"), anotherBrowser("admin"));
        Map<String, ?> phone = Map.of("devices", List.of(Map.of("name", "Phone", "kind", "PHONE", "owner", "Bob")));
        List<Integer> statuses = browsers.stream()
                .map(b -> CompletableFuture.supplyAsync(
                        () -> b.submit(task, phone).statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(statuses).containsOnlyOnce(204);
        assertThat(incident(id).path("devices")).hasSize(2);
    }

    private static int rows(JdbcClient jdbc, String where, String id) {
        return jdbc.sql("select count(*) from " + where + " = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }
}

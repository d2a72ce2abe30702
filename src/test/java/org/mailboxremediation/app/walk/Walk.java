package org.mailboxremediation.app.walk;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.mailboxremediation.app.AppTest;
import org.mailboxremediation.outbox.OutboxWorker;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Walks of cases from the report to the end, by the ways that people and other programs have. */
abstract class Walk extends AppTest {

    @Autowired
    private ManagementService management;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private OutboxWorker outbox;

    @Autowired
    private JdbcClient jdbc;

    /** A mailbox that no other walk has. */
    static Mailbox freshMailbox() {
        return Mailbox.at(mailbox(), url(""), imapPort(), smtpPort());
    }

    static <T> T until(Supplier<T> found, String what) {
        return await(found, what);
    }

    static <T> T until(Supplier<T> found, Supplier<String> what) {
        return await(found, what);
    }

    /** Reports a fresh mailbox for these symptoms, with one laptop. */
    static Journey report(String... symptoms) {
        return report(freshMailbox(), symptoms);
    }

    static Journey report(Mailbox mailbox, String... symptoms) {
        return report(mailbox, Map.of("symptoms", List.of(symptoms), "devices", List.of(laptop())));
    }

    static Journey report(Mailbox mailbox, Map<String, ?> report) {
        return Journey.report(people(), mailbox, report);
    }

    static Map<String, String> laptop() {
        return device("Laptop");
    }

    static Map<String, String> device(String name) {
        return Map.of("name", name, "kind", "LAPTOP", "owner", "Owner");
    }

    static People people() {
        return LoggedIn.PEOPLE;
    }

    /** Logged in at the first need: the application starts after this class. */
    private static final class LoggedIn {
        private static final People PEOPLE = People.at(url(""));
    }

    /** Lets the timer of that event in the case go off now. */
    void fire(String timer, Journey walk) {
        Job due = until(() -> timer(timer, walk), timer);
        management.executeJob(due.getId());
    }

    /** That event's timer in the case; null while there is none. */
    Job timer(String timer, Journey walk) {
        return management.createJobQuery().activityId(timer).list().stream()
                .filter(job -> runtime.createProcessInstanceQuery()
                                .processInstanceId(job.getProcessInstanceId())
                                .processInstanceBusinessKey(walk.id())
                                .count()
                        == 1)
                .findFirst()
                .orElse(null);
    }

    /** How many branches of the case wait at that activity. */
    long waiting(String activity, Journey walk) {
        return runtime.createExecutionQuery()
                .processInstanceBusinessKey(walk.id())
                .activityId(activity)
                .count();
    }

    /** Does something while no outside effect is performed. */
    void whileTheQueueStands(Runnable work) {
        outbox.stop();
        try {
            work.run();
        } finally {
            outbox.applicationReady();
        }
    }

    /** Lets the time pass in which the case's newest password may be handed over. */
    void letPasswordExpire(Journey walk) {
        jdbc.sql("update sealed_credential set expires_at = current_timestamp where incident_id = ? and"
                        + " destroyed_at is null")
                .param(walk.id())
                .update();
    }
}

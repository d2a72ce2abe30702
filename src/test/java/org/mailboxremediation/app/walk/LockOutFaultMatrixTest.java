package org.mailboxremediation.app.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mailboxremediation.app.Tasklist;
import org.mailboxremediation.app.walk.FaultRow.Ends;
import org.mailboxremediation.credential.SealedCredentials;
import org.mailboxremediation.credential.Secret;
import org.mailboxremediation.database.DatabaseKind;
import org.mailboxremediation.sandbox.fault.CallLog;
import org.mailboxremediation.sandbox.fault.Faults;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/**
 * Whatever the provider does wrong while the attacker is locked out, the case converges or a person has a task: never a
 * success that is none. All rows run at once.
 */
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag(DatabaseKind.ONCE)
final class LockOutFaultMatrixTest extends Walk {

    private static final String TASK = "UserTask_ChangePasswordByHand";

    private final Map<FaultRow, Row> running = new LinkedHashMap<>();
    private final FaultReport report = new FaultReport("lock-out");
    private final AtomicInteger strangers = new AtomicInteger();
    private final HttpServer elsewhere = elsewhere();

    @Autowired
    private Faults faults;

    @Autowired
    private CallLog calls;

    @Autowired
    private SealedCredentials credentials;

    List<FaultRow> rows() {
        return LockOutFaults.rows("http://127.0.0.1:" + elsewhere.getAddress().getPort() + "/elsewhere");
    }

    @BeforeAll
    void reportAll() {
        elsewhere.start();
        for (FaultRow row : rows()) {
            Mailbox mailbox = freshMailbox();
            row.rules().apply(mailbox.address()).forEach(faults::add);
            HttpResponse<String> answer = people().api()
                    .post("/api/incidents", Map.of("mailbox", mailbox.address(), "symptoms", List.of(row.symptom())));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            running.put(row, new Row(mailbox, Tasklist.read(answer).path("id").asText()));
        }
    }

    @AfterAll
    void end() {
        running.values().forEach(row -> faults.clear(row.mailbox().address()));
        elsewhere.stop(0);
        report.write();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void endsConvergedOrAsAVisibleTask(FaultRow row, CapturedOutput log) {
        Row running = this.running.entrySet().stream()
                .filter(entry -> entry.getKey().name().equals(row.name()))
                .findFirst()
                .orElseThrow()
                .getValue();
        Ends ended = FaultReport.await(
                () -> ended(running), () -> row + ": " + people().api().incident(running.id()));
        report.add(row.name(), calls.of("mailbox.password", running.mailbox().address()), ended);
        assertThat(ended).isEqualTo(row.ends());
        assertThat(faults.fired(running.mailbox().address()))
                .as("the fault happened")
                .isPositive();
        JsonNode change = newest(running);
        String password = credentials
                .unseal(change.path("id").asText())
                .map(Secret::reveal)
                .orElse("");
        if (ended == Ends.CONVERGED) {
            assertThat(password).isNotEmpty();
            assertLockedOut(row, running.mailbox(), password);
        } else {
            assertThat(change.path("verification").asText()).isNotEqualTo("VERIFIED");
        }
        assertThat(FaultReport.leaks(log, List.of(password, SECOND_SECRET, "QHOvchm/40czXhJ1OxfxK7jDHr3t")))
                .isEmpty();
    }

    @Test
    void noSignatureWentToAnotherHost() {
        running.keySet().stream()
                .filter(row -> row.name().startsWith("redirected"))
                .forEach(row -> FaultReport.await(() -> ended(running.get(row)), row::name));
        assertThat(strangers).hasValue(0);
    }

    private static void assertLockedOut(FaultRow row, Mailbox mailbox, String password) {
        String old = firstPassword(mailbox.address());
        assertThat(mailbox.refuses(old)).as("the old password is refused").isTrue();
        if (row.symptom().equals(FaultRow.BLOCKED)) {
            assertThat(mailbox.enabled()).isFalse();
            assertThat(mailbox.refuses(password)).isTrue();
        } else {
            assertThat(mailbox.accepts(password)).as("the new password works").isTrue();
        }
    }

    private static Ends ended(Row row) {
        if (people().api().openTasks(row.id()).contains(TASK)) {
            return Ends.TASK;
        }
        return newest(row).path("verification").asText().equals("VERIFIED") ? Ends.CONVERGED : null;
    }

    private static JsonNode newest(Row row) {
        JsonNode changes = people().api().incident(row.id()).path("passwordChanges");
        return changes.path(changes.size() - 1);
    }

    private HttpServer elsewhere() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", call -> {
                strangers.incrementAndGet();
                call.sendResponseHeaders(200, -1);
                call.close();
            });
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A row's mailbox and case. */
    private record Row(Mailbox mailbox, String id) {}
}

package org.mailboxremediation.webapp.caseview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.webapp.caseview.FlowsTaken.ModelFlow;

/** Flows are told from the passages through the nodes, the engine keeping none. */
class FlowsTakenTest {

    private static final String PROCESS = "process";

    @Test
    void aGatewaysOtherWayIsNotTaken() {
        List<ModelFlow> flows = List.of(flow("start", "which"), flow("which", "yes"), flow("which", "no"));
        assertThat(FlowsTaken.of(flows, List.of(run("start", 0, 0), run("which", 0, 1), run("yes", 1, 5))))
                .isEqualTo(Map.of("start-which", 1, "which-yes", 1));
    }

    @Test
    void eachRoundOfALoopIsCounted() {
        List<ModelFlow> flows =
                List.of(flow("start", "scan"), flow("scan", "clean"), flow("clean", "scan"), flow("clean", "end"));
        assertThat(FlowsTaken.of(
                        flows,
                        List.of(
                                run("start", 0, 0),
                                run("scan", 0, 10),
                                run("clean", 10, 10),
                                run("scan", 10, 20),
                                run("clean", 20, 20),
                                run("end", 20, 20))))
                .isEqualTo(Map.of("start-scan", 1, "scan-clean", 2, "clean-scan", 1, "clean-end", 1));
    }

    /** The engine enters a join once for each token. */
    @Test
    void aJoinIsReachedByEachOfItsBranches() {
        List<ModelFlow> flows = List.of(
                flow("fork", "alert"),
                flow("fork", "trace"),
                flow("alert", "join"),
                flow("trace", "join"),
                flow("join", "end"));
        assertThat(FlowsTaken.of(
                        flows,
                        List.of(
                                run("fork", 0, 0),
                                run("alert", 0, 5),
                                run("trace", 0, 9),
                                run("join", 5, 9),
                                run("join", 9, 9),
                                run("end", 9, 9))))
                .isEqualTo(Map.of("fork-alert", 1, "fork-trace", 1, "alert-join", 1, "trace-join", 1, "join-end", 1));
    }

    @Test
    void whatWasInterruptedLeftByItsBoundaryEventOnly() {
        List<ModelFlow> flows = List.of(flow("settle", "scan"), flow("opened", "scan"));
        assertThat(FlowsTaken.of(
                        flows,
                        List.of(
                                new ActivityRun("settle", "userTask", PROCESS, at(0), at(7), true, null),
                                run("opened", 7, 7),
                                run("scan", 7, null))))
                .isEqualTo(Map.of("opened-scan", 1));
    }

    @Test
    void severalRunsOfANodeAreEnteredAndLeftOnceAndAsAWhole() {
        List<ModelFlow> flows = List.of(flow("list", "scan"), flow("scan", "complete"));
        assertThat(FlowsTaken.of(
                        flows,
                        List.of(
                                run("list", 0, 3),
                                run("scan#multiInstanceBody", 3, 30),
                                inside("scan", 3, 10),
                                inside("scan", 3, 30),
                                run("complete", 30, 30))))
                .isEqualTo(Map.of("list-scan", 1, "scan-complete", 1));
    }

    @Test
    void anotherScopesPassageLeadsNowhereHere() {
        List<ModelFlow> flows = List.of(flow("added", "late"));
        assertThat(FlowsTaken.of(
                        flows,
                        List.of(
                                new ActivityRun("added", "startEvent", "first", at(0), at(0), false, null),
                                new ActivityRun("late", "callActivity", "second", at(1), null, false, null))))
                .isEmpty();
    }

    private static ModelFlow flow(String source, String target) {
        return new ModelFlow(source + "-" + target, source, target);
    }

    private static ActivityRun run(String node, long from, @Nullable Integer to) {
        return new ActivityRun(node, "task", PROCESS, at(from), to == null ? null : at(to), false, null);
    }

    private static ActivityRun inside(String node, long from, long to) {
        return new ActivityRun(node, "callActivity", "body", at(from), at(to), false, "called");
    }

    private static Instant at(long second) {
        return Instant.parse("2026-03-02T10:00:00Z").plusSeconds(second);
    }
}

package org.mailboxremediation.webapp.caseview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NodePassagesTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:01:00Z");

    @Test
    void countsAndAddsUpWhatWasPassedAndWhatStillRuns() {
        List<NodePassages> nodes = NodePassages.of(
                List.of(run("scan", 0, 20, null), run("scan", 30, null, null), run("end", 40, 40, null)), NOW);
        assertThat(nodes).extracting(NodePassages::node).containsExactly("scan", "end");
        NodePassages scan = nodes.get(0);
        assertThat(scan.count()).isEqualTo(2);
        assertThat(scan.running()).isEqualTo(1);
        assertThat(scan.seconds()).isEqualTo(50);
        assertThat(scan.last()).isNull();
        assertThat(scan.spans()).hasSize(2);
    }

    @Test
    void aBodyIsNoPassageAndOfManyCallsTheFirstAreTold() {
        List<ActivityRun> runs = IntStream.range(0, 60)
                .mapToObj(n -> run(n == 0 ? "scan#multiInstanceBody" : "scan", n, n, n == 0 ? null : "process" + n))
                .toList();
        NodePassages scan = NodePassages.of(runs, NOW).get(0);
        assertThat(scan.count()).isEqualTo(59);
        assertThat(scan.calls()).isEqualTo(59);
        assertThat(scan.called()).hasSize(NodePassages.MOST_TOLD).startsWith("process1");
    }

    private static ActivityRun run(String node, long from, @Nullable Integer to, @Nullable String called) {
        Instant start = NOW.minusSeconds(60).plusSeconds(from);
        return new ActivityRun(
                node,
                "callActivity",
                "process",
                start,
                to == null ? null : NOW.minusSeconds(60).plusSeconds(to),
                false,
                called);
    }
}

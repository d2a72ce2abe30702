package org.mailboxremediation.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailboxremediation.app.jar.PackagedJar;
import org.mailboxremediation.sandbox.SandboxProcess;

/** A campaign whose application is killed (SIGKILL) while it is taken in: no row is lost, and none counts twice. */
class CampaignKillIT {

    /** More than are taken in together. */
    private static final int ROWS = 530;

    @TempDir
    private Path data;

    @Test
    void noRowIsLostAndNoneCountsTwice() {
        try (SandboxProcess sandbox = SandboxProcess.start(
                "campaign-sandbox", "extra-mailboxes=" + ROWS, "reads-per-minute=0", "writes-per-minute=0")) {
            String path;
            try (PackagedJar jar = start(sandbox, "campaign-before")) {
                path = handIn(new Api(jar.url(), "admin"));
                jar.kill();
            }
            try (PackagedJar jar = start(sandbox, "campaign-after")) {
                JsonNode done = await(new Api(jar.url(), "auditor"), path);
                assertThat(done.path("started").asInt()).isEqualTo(ROWS);
                assertThat(done.path("verified").asInt()).isEqualTo(ROWS);
                assertThat(done.path("duplicate").asInt()).isZero();
                assertThat(done.path("rejected").asInt()).isZero();
            }
            assertThat(IntStream.rangeClosed(1, ROWS)
                            .map(row -> sandbox.applied("mailbox.password", mailbox(row)))
                            .summaryStatistics()
                            .getMin())
                    .isPositive();
        }
    }

    private PackagedJar start(SandboxProcess sandbox, String run) {
        List<String> settings = new ArrayList<>(sandbox.settings());
        settings.add("--remediation.rackspace.reads-per-minute=0");
        settings.add("--remediation.rackspace.writes-per-minute=0");
        return PackagedJar.start(data, run, Map.of(), settings);
    }

    private static String handIn(Api admin) {
        String file = IntStream.rangeClosed(1, ROWS)
                .mapToObj(row -> mailbox(row) + ",BOUNCES,,")
                .collect(Collectors.joining("\n", "mailbox,symptoms,riskFactors,note\n", "\n"));
        HttpResponse<String> accepted =
                admin.send("POST", "/api/campaigns", file.getBytes(StandardCharsets.UTF_8), "text/csv");
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        return accepted.headers().firstValue("Location").orElseThrow();
    }

    private static JsonNode await(Api auditor, String path) {
        for (int tries = 0; tries < 1_200; tries++) {
            JsonNode now = Tasklist.read(auditor.get(path));
            if (now.path("state").asText().equals("DONE")) {
                return now;
            }
            LockSupport.parkNanos(250_000_000);
        }
        throw new AssertionError(
                "The campaign never came to its end: " + auditor.get(path).body());
    }

    private static String mailbox(int row) {
        return "user%05d@example.com".formatted(row);
    }
}

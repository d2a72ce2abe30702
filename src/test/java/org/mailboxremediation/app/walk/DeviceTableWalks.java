package org.mailboxremediation.app.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.app.Tasklist;

/** The table of a case's devices in Tasklist, and one word on several of them. */
abstract class DeviceTableWalks extends Walk {

    @Test
    void oneWordAnswersTheScanTasksOfSeveralDevices() {
        Journey walk = Steps.listed(report("UNFAMILIAR_MAIL").addDevice("Phone").addDevice("Tablet"));
        walk.scanTask("Phone");
        JsonNode task = walk.scanTask("Tablet");
        JsonNode shown = Tasklist.read(get(task));
        assertThat(shown.path("reasons").toString()).contains("Not settled: 3 of 3.");
        assertThat(shown.path("devices").path(2).path("progress").asText()).isEqualTo("waiting");

        List<String> two = List.of(walk.deviceId("Laptop"), walk.deviceId("Phone"));
        assertThat(post(people().lead(), task, two).statusCode()).isEqualTo(403);
        assertThat(post(people().admin(), task, List.of("no-device")).statusCode())
                .isEqualTo(409);
        assertThat(post(people().admin(), task, two).body()).contains("CLEAN").doesNotContain("INCOMPLETE");
        until(
                () -> walk.openTasks().stream()
                                .filter("UserTask_AttestScan"::equals)
                                .count()
                        == 1,
                "one task left");
        walk.scan("Tablet", "clean");
        Steps.toTheEnd(Steps.complete(walk));
        assertThat(walk.causes()).hasSize(1);
    }

    private static HttpResponse<String> get(JsonNode task) {
        HttpResponse<String> answer = people().admin().send("GET", path(task), null, null);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private static HttpResponse<String> post(Tasklist person, JsonNode task, List<String> devices) {
        ObjectNode said = new ObjectMapper().valueToTree(Scans.posted("clean", Scans.now()));
        said.remove("verdict");
        said.put("infected", false);
        devices.forEach(said.putArray("devices")::add);
        return person.send("POST", path(task) + "/scans", said.toString(), "application/json");
    }

    private static String path(JsonNode task) {
        return "/camunda/api/tasklist/plugin/mailbox-remediation/default/task/"
                + task.path("id").asText() + "/devices";
    }
}

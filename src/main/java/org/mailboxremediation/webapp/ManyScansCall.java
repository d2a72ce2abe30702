package org.mailboxremediation.webapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mailboxremediation.device.ScanClaim;
import org.mailboxremediation.process.InputRefused;
import org.mailboxremediation.process.ManyScans;
import org.springframework.stereotype.Component;

/** Attests the scans of several devices at once, where one report covers them (article step 2). */
@Component
final class ManyScansCall {

    private static final int LONGEST = 256 * 1024;

    private final TasksOfPerson tasks;
    private final ManyScans scans;
    private final DeviceTable table;
    private final ObjectMapper json;

    ManyScansCall(TasksOfPerson tasks, ManyScans scans, DeviceTable table, ObjectMapper json) {
        this.tasks = tasks;
        this.scans = scans;
        this.table = table;
        this.json = json;
    }

    /** Reads {@code {devices[], infected, tool, signaturesDate, startedAt, finishedAt, filesScanned, findings[]}}. */
    Response attest(String taskId, InputStream body) {
        return Replies.of(() -> {
            PersonAtTask person = tasks.administratorAt(taskId, "attest scans");
            // The task itself may be completed with it: the table comes with the answer.
            return Map.of("scans", attest(person, read(body)), "table", table.shown(person));
        });
    }

    private List<GivenVerdict> attest(PersonAtTask person, JsonNode said) {
        Set<String> devices = new LinkedHashSet<>(texts(said.path("devices")));
        try {
            return scans.attest(person.incidentId(), devices, claim(said), person.userId()).stream()
                    .map(GivenVerdict::of)
                    .toList();
        } catch (InputRefused refused) {
            throw new CallRefused(409, String.valueOf(refused.getMessage()));
        }
    }

    private static ScanClaim claim(JsonNode said) {
        try {
            return new ScanClaim(
                            said.path("infected").asBoolean(true),
                            said.path("tool").asText("").strip(),
                            Instant.parse(said.path("signaturesDate").asText()),
                            Instant.parse(said.path("startedAt").asText()),
                            Instant.parse(said.path("finishedAt").asText()),
                            said.path("filesScanned").asLong(0),
                            texts(said.path("findings")))
                    .asWordOnly();
        } catch (IllegalArgumentException | DateTimeException wrong) {
            throw new CallRefused(
                    400, "Name the tool, the date of its signatures, and a start that is not after the end.");
        }
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private JsonNode read(InputStream body) {
        try {
            return json.readTree(body.readNBytes(LONGEST));
        } catch (IOException unreadable) {
            throw new CallRefused(400, "The answer did not arrive whole. Try again.");
        }
    }
}

package org.mailboxremediation.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.sandbox.LineClient;

/** What the administrators' mailbox holds after a campaign. Its mailboxes are those behind {@link CampaignTest}'s. */
class CampaignAlertsTest extends AppTest {

    private static final int FIRST = 581;
    private static final int MANY = 20;

    private final Api admin = new Api(url(""), "admin");
    private final Api auditor = new Api(url(""), "auditor");

    @Test
    void administratorsGetFewLettersAndReadOfEachCaseOnce() {
        String path = handIn();
        await(
                () -> Tasklist.read(auditor.get(path)).path("state").asText().equals("DONE"),
                () -> "a campaign that is done: " + auditor.get(path).body());
        List<String> cases = new ArrayList<>();
        Tasklist.read(auditor.get(path + "/rows?size=200"))
                .forEach(row -> cases.add(row.path("incident").asText()));
        assertThat(cases).hasSize(MANY);
        await(() -> cases.stream().allMatch(this::administratorsHaveMail), () -> "alerts of " + cases);

        List<String> letters = letters("it-desk@example.net", "Sandbox-it-desk-1").stream()
                .filter(letter -> cases.stream().anyMatch(letter::contains))
                .toList();
        assertThat(letters).hasSizeLessThanOrEqualTo(MANY / 2);
        assertThat(cases)
                .allSatisfy(id -> assertThat(letters.stream().filter(letter -> letter.contains(id)))
                        .hasSize(1));
    }

    private String handIn() {
        String file = IntStream.range(FIRST, FIRST + MANY)
                .mapToObj("user%05d@example.com,BOUNCES,,"::formatted)
                .collect(Collectors.joining("\n", "mailbox,symptoms,riskFactors,note\n", "\n"));
        HttpResponse<String> accepted =
                admin.send("POST", "/api/campaigns", file.getBytes(StandardCharsets.UTF_8), "text/csv");
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        return accepted.headers().firstValue("Location").orElseThrow();
    }

    private boolean administratorsHaveMail(String incident) {
        List<JsonNode> alerts = StreamSupport.stream(
                        auditor.incident(incident).path("notices").spliterator(), false)
                .filter(notice -> notice.path("kind").asText().equals("ADMINISTRATOR"))
                .toList();
        return !alerts.isEmpty()
                && alerts.stream()
                        .allMatch(notice -> notice.path("status").asText().equals("SENT"));
    }

    private static List<String> letters(String address, String password) {
        try (LineClient imap = new LineClient(imapPort())) {
            assertThat(imap.imap("LOGIN " + address + " \"" + password + "\"")).startsWith("a OK");
            imap.imap("SELECT INBOX");
            imap.write("a FETCH 1:* BODY[]");
            List<String> letters = new ArrayList<>();
            StringBuilder letter = new StringBuilder();
            for (String line = imap.read(); !line.startsWith("a "); line = imap.read()) {
                if (line.startsWith("* ") && line.contains("FETCH")) {
                    letters.add(letter.toString());
                    letter.setLength(0);
                }
                letter.append(line).append('\n');
            }
            letters.add(letter.toString());
            return letters;
        }
    }
}

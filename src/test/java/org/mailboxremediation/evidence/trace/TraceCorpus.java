package org.mailboxremediation.evidence.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipFile;

/**
 * Real messages with their truth, kept beside the project; not part of it. The system property {@code
 * remediation.test.corpus} names another place.
 */
public final class TraceCorpus {

    private static final Path FOLDER = Path.of(System.getProperty("remediation.test.corpus", "../shared/corpus"));

    /** A message, its truth, and the networks of its mailbox. Never compared. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Message(JsonNode truth, byte[] content, OwnNetworks own) {

        Case read() {
            return new Case(truth, own, OriginReader.read(content, own));
        }
    }

    /** A message's truth and what the reader says. */
    public record Case(JsonNode truth, OwnNetworks own, OriginReport report) {

        boolean addressIsRight() {
            return text("originating_ip").equals(String.valueOf(report.originatingIp()));
        }

        boolean returnPathIsRight() {
            return text("return_path").equals(String.valueOf(report.returnPath()));
        }

        boolean isHandChecked() {
            return text("confidence").equals("hand");
        }

        boolean answersInsideOwnNetworks() {
            String answer = report.originatingIp();
            return answer != null
                    && IpAddress.parse(answer).filter(own::contains).isPresent();
        }

        public String text(String name) {
            return truth.path(name).asText("null");
        }
    }

    private final ObjectMapper json = new ObjectMapper();

    public static boolean isHere() {
        return Files.exists(FOLDER.resolve("truth-dev.jsonl.gz"));
    }

    public List<Case> read() throws IOException {
        return messages().stream().map(Message::read).toList();
    }

    public List<Message> messages() throws IOException {
        Map<String, OwnNetworks> profiles = profiles();
        List<Message> messages = new ArrayList<>();
        try (ZipFile zip = new ZipFile(FOLDER.resolve("messages-dev.zip").toFile());
                InputStream packed = new GZIPInputStream(Files.newInputStream(FOLDER.resolve("truth-dev.jsonl.gz")));
                BufferedReader lines = new BufferedReader(new InputStreamReader(packed, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode truth = json.readTree(line);
                try (InputStream content =
                        zip.getInputStream(zip.getEntry(truth.path("id").asText()))) {
                    OwnNetworks own =
                            profiles.getOrDefault(truth.path("own_profile").asText(), OwnNetworks.of(List.of()));
                    messages.add(new Message(truth, content.readAllBytes(), own));
                }
            }
        }
        return messages;
    }

    /** The lines of one of the corpus' plain truth files. */
    List<JsonNode> lines(String file) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(FOLDER.resolve(file))) {
            lines.add(json.readTree(line));
        }
        return lines;
    }

    private Map<String, OwnNetworks> profiles() throws IOException {
        Map<String, OwnNetworks> profiles = new HashMap<>();
        JsonNode all = json.readTree(FOLDER.resolve("profiles.json").toFile());
        for (Map.Entry<String, JsonNode> one : all.properties()) {
            profiles.put(
                    one.getKey(),
                    OwnNetworks.of(texts(one.getValue().path("own")))
                            .receivingAt(texts(one.getValue().path("by_hosts"))));
        }
        return profiles;
    }

    static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}

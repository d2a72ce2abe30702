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
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Real messages with their truth, kept beside the project; not part of it. */
public final class TraceCorpus {

    private static final Path FOLDER = Path.of("../shared/corpus");

    /** A message's truth and what the reader says. */
    public record Case(JsonNode truth, OriginReport report) {

        boolean addressIsRight() {
            return text("originating_ip").equals(String.valueOf(report.originatingIp()));
        }

        boolean returnPathIsRight() {
            return text("return_path").equals(String.valueOf(report.returnPath()));
        }

        public String text(String name) {
            return truth.path(name).asText("null");
        }
    }

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, OwnNetworks> profiles = new HashMap<>();

    public static boolean isHere() {
        return Files.exists(FOLDER.resolve("truth-dev.jsonl.gz"));
    }

    public List<Case> read() throws IOException {
        List<Case> cases = new ArrayList<>();
        try (ZipFile messages = new ZipFile(FOLDER.resolve("messages-dev.zip").toFile());
                InputStream packed = Files.newInputStream(FOLDER.resolve("truth-dev.jsonl.gz"));
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(new GZIPInputStream(packed), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode truth = json.readTree(line);
                cases.add(new Case(truth, report(messages, truth)));
            }
        }
        return cases;
    }

    private OriginReport report(ZipFile messages, JsonNode truth) throws IOException {
        ZipEntry entry = messages.getEntry(truth.path("id").asText());
        try (InputStream content = messages.getInputStream(entry)) {
            return OriginReader.read(
                    content.readAllBytes(), own(truth.path("own_profile").asText()));
        }
    }

    private OwnNetworks own(String profile) throws IOException {
        if (profiles.isEmpty()) {
            JsonNode all = json.readTree(FOLDER.resolve("profiles.json").toFile());
            for (Map.Entry<String, JsonNode> one : all.properties()) {
                List<String> blocks = new ArrayList<>();
                one.getValue().path("own").forEach(block -> blocks.add(block.asText()));
                profiles.put(one.getKey(), OwnNetworks.of(blocks));
            }
        }
        return profiles.getOrDefault(profile, OwnNetworks.of(List.of()));
    }
}

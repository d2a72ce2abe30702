package org.mailboxremediation.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mailboxremediation.evidence.trace.OwnNetworks;

/** The file that names the own side's networks: JSON {@code {"own": […], "by_hosts": […]}}, other members left alone. */
final class NetworksFile {

    private NetworksFile() {}

    /** The file cannot be used; its message says why, in our own words. */
    static final class Unusable extends Exception {

        Unusable(String sentence) {
            super(sentence, null, false, false);
        }
    }

    static OwnNetworks read(Path file) throws Unusable {
        try {
            JsonNode settings = new ObjectMapper().readTree(file.toFile());
            return OwnNetworks.of(texts(settings.path("own"))).receivingAt(texts(settings.path("by_hosts")));
        } catch (IOException unreadable) {
            throw new Unusable("The file of own networks cannot be read, or is no JSON.");
        } catch (IllegalArgumentException wrong) {
            throw new Unusable("The file of own networks holds an entry that is no address block.");
        }
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}

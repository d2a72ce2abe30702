package org.mailboxremediation.mailbox.rackspace;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A mailbox's spam settings: shown nested, written dotted, and all together, or the others may change. */
final class SpamSettings {

    private final JsonNode shown;

    SpamSettings(JsonNode shown) {
        this.shown = shown;
    }

    /** The address flagged mail is sent to, if it is sent away at all. */
    Optional<String> forwarding() {
        JsonNode ours = shown.path("rsEmailSettings");
        return Optional.of(MailboxJson.text(ours, "spamForwardingAddress"))
                .filter(address -> "toAddress".equals(MailboxJson.text(ours, "spamHandling")) && !address.isEmpty());
    }

    /** The same settings with flagged mail kept in the spam folder; the address must not be sent along with that. */
    Map<String, String> keptInFolder() {
        JsonNode ours = shown.path("rsEmailSettings");
        Map<String, String> fields = new TreeMap<>();
        fields.put("filterLevel", filterLevel());
        fields.put("rsEmail.spamHandling", "toFolder");
        fields.put("rsEmail.hasFolderCleaner", ours.path("hasFolderCleaner").asText("false"));
        fields.put("rsEmail.spamFolderAgeLimit", ours.path("spamFolderAgeLimit").asText("0"));
        fields.put("rsEmail.spamFolderNumLimit", ours.path("spamFolderNumLimit").asText("0"));
        return fields;
    }

    /** The same filter with flagged mail sent away; the folder's settings must not be sent along with that. */
    Map<String, String> sentTo(String address) {
        return Map.of(
                "filterLevel",
                filterLevel(),
                "rsEmail.spamHandling",
                "toAddress",
                "rsEmail.spamForwardingAddress",
                address);
    }

    private String filterLevel() {
        return shown.path("filterLevel").asText("on");
    }
}

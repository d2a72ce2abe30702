package org.mailboxremediation.mailbox.rackspace;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.mailboxremediation.mailbox.MailboxState;

/** Reads what the API shows. Unknown members are passed over: the API may grow. Empty texts may come as one blank. */
final class MailboxJson {

    private MailboxJson() {}

    static MailboxState mailbox(JsonNode mailbox) {
        return new MailboxState(
                bool(mailbox, "enabled"),
                text(mailbox, "displayName"),
                texts(mailbox.path("emailForwardingAddressList")),
                mailbox.path("saveForwardedEmail").asBoolean(false),
                mailbox.path("enableVacationMessage").asBoolean(false),
                text(mailbox, "vacationMessage"));
    }

    static String text(JsonNode parent, String member) {
        return parent.path(member).asText("").strip();
    }

    /** The texts of an array, or of an array inside an object: mailboxes and aliases differ. */
    static List<String> texts(JsonNode list) {
        Stream<JsonNode> items = list.isObject()
                ? StreamSupport.stream(list.spliterator(), false).flatMap(MailboxJson::items)
                : items(list);
        return items.map(item -> item.asText("").strip())
                .filter(item -> !item.isEmpty())
                .toList();
    }

    private static Stream<JsonNode> items(JsonNode list) {
        return list.isArray() ? StreamSupport.stream(list.spliterator(), false) : Stream.of(list);
    }

    /** A mailbox of which it is not said whether it is enabled is not taken for either. */
    private static boolean bool(JsonNode parent, String member) {
        JsonNode value = parent.path(member);
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        if (value.isTextual()
                && List.of("true", "false").contains(value.textValue().toLowerCase(Locale.ROOT))) {
            return Boolean.parseBoolean(value.textValue());
        }
        throw ApiAnswer.unreadable();
    }
}

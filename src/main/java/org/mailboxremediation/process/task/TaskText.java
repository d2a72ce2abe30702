package org.mailboxremediation.process.task;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.incident.Incidents;
import org.springframework.stereotype.Component;

/**
 * What a task shows, as plain lines in a read-only text area: names and findings are other people's text, and there they
 * stay inert.
 */
@Component
final class TaskText {

    private static final int LONGEST = 3900;

    private final Incidents incidents;

    TaskText(Incidents incidents) {
        this.incidents = incidents;
    }

    /** The lines, under the mailbox that they are about. */
    String headed(String incidentId, List<String> lines) {
        List<String> all = new ArrayList<>(
                List.of("Mailbox: " + incidents.get(incidentId).mailbox().asString(), ""));
        all.addAll(lines);
        return text(all);
    }

    static String words(Enum<?> code) {
        return code.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String words(Collection<? extends Enum<?>> codes) {
        return codes.isEmpty() ? "none" : codes.stream().map(TaskText::words).collect(Collectors.joining(", "));
    }

    static String orUnknown(@Nullable String value) {
        return value == null ? "unknown" : value.isEmpty() ? "<> (null sender)" : value;
    }

    static String text(List<String> lines) {
        String text = String.join("\n", lines);
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}

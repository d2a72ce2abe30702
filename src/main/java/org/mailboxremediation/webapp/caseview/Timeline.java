package org.mailboxremediation.webapp.caseview;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.event.CaseEvent;
import org.mailboxremediation.event.EventChain;
import org.springframework.stereotype.Component;

/** The events of a case's chain, filtered and paged. */
@Component
final class Timeline {

    private static final int LONGEST_FILTER = 200;

    private final EventChain chain;
    private final ObjectMapper json;

    Timeline(EventChain chain, ObjectMapper json) {
        this.chain = chain;
        this.json = json;
    }

    /**
     * A page of events.
     *
     * @param events as a case file has them
     * @param kinds how many events of each type the case has, whatever is filtered
     */
    record Shown(Page<JsonNode> events, Map<String, Long> kinds) {}

    /**
     * Reads a page.
     *
     * @param type which type to show; null or empty for all
     * @param text what an event must contain somewhere, in any case of letters; null or empty for all
     */
    Shown of(String incidentId, @Nullable String type, @Nullable String text, PageQuery query) {
        List<CaseEvent> all = chain.of(incidentId);
        Map<String, Long> kinds =
                all.stream().collect(Collectors.groupingBy(CaseEvent::type, TreeMap::new, Collectors.counting()));
        String wanted = text == null ? "" : text.substring(0, Math.min(text.length(), LONGEST_FILTER));
        List<CaseEvent> found = all.stream()
                .filter(event -> type == null || type.isEmpty() || event.type().equals(type))
                .filter(event -> contains(event, wanted.strip().toLowerCase(Locale.ROOT)))
                .toList();
        Page<CaseEvent> page = Page.of(found, query);
        List<JsonNode> lines = page.items().stream().map(this::line).toList();
        return new Shown(new Page<>(lines, page.page(), page.size(), page.total()), kinds);
    }

    private static boolean contains(CaseEvent event, String wanted) {
        return wanted.isEmpty()
                || (event.type() + " " + event.actor() + " " + event.payload().values())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted);
    }

    private JsonNode line(CaseEvent event) {
        try {
            return json.readTree(event.line());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("an event's line is JSON");
        }
    }
}

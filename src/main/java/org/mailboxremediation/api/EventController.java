package org.mailboxremediation.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.mailboxremediation.event.EventChain;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The hash chain of each incident. */
@RestController
@Tag(name = "Incidents")
final class EventController {

    private final Cases cases;
    private final EventChain chain;

    EventController(Cases cases, EventChain chain) {
        this.cases = cases;
        this.chain = chain;
    }

    @GetMapping(path = "/api/incidents/{id}/events", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Every fact and decision of an incident, as a chain of hashes")
    List<EventView> events(@PathVariable String id, Authentication authentication) {
        String incident = cases.get(id, Caller.of(authentication)).id();
        return chain.of(incident).stream().map(EventView::of).toList();
    }
}

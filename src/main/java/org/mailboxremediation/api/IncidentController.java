package org.mailboxremediation.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.incident.Incidents;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Incidents: report one, list them, look at one. */
@RestController
@RequestMapping(path = "/api/incidents", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Incidents")
final class IncidentController {

    private final JsonBodies bodies;
    private final Reporting reporting;
    private final Incidents incidents;
    private final Cases cases;
    private final IncidentViews views;

    IncidentController(JsonBodies bodies, Reporting reporting, Incidents incidents, Cases cases, IncidentViews views) {
        this.bodies = bodies;
        this.reporting = reporting;
        this.incidents = incidents;
        this.cases = cases;
        this.views = views;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Report a compromised mailbox; the attacker is locked out at once",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = ReportBody.class))))
    @ApiResponse(
            responseCode = "201",
            description =
                    "The incident that was opened, and when its lock-out is expected;" + " its address is in Location")
    @ApiResponse(responseCode = "400", description = "A member breaks a rule; fields says which", content = @Content)
    @ApiResponse(
            responseCode = "409",
            description = "The mailbox has an open incident; what was new was added to it",
            content = @Content)
    @ApiResponse(
            responseCode = "422",
            description =
                    "Not a mailbox of ours: unknown, an alias (mailboxes names those behind it), a foreign domain",
            content = @Content)
    ResponseEntity<IncidentView> report(HttpServletRequest request, Authentication authentication) {
        ReportBody body = bodies.read(request, ReportBody::read);
        String id = reporting.report(body.toReport(Caller.of(authentication)), body.devices());
        return ResponseEntity.created(Reporting.address(id)).body(views.of(id));
    }

    @GetMapping
    @Operation(summary = "List incidents, the newest first; reporters see their own")
    PageView<IncidentSummary> list(
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String mailbox,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(required = false) @Nullable String size,
            Authentication authentication) {
        ListQuery query = ListQuery.read(status, mailbox, page, size, Caller.of(authentication));
        List<IncidentSummary> items = incidents.list(query.filter(), query.page(), query.size()).stream()
                .map(IncidentSummary::of)
                .toList();
        return new PageView<>(items, query.page(), query.size(), incidents.count(query.filter()));
    }

    @GetMapping("/{id}")
    @Operation(summary = "Look at an incident: its steps, facts, open tasks, and whether access may come back")
    IncidentView get(@PathVariable String id, Authentication authentication) {
        return views.of(cases.get(id, Caller.of(authentication)).id());
    }
}

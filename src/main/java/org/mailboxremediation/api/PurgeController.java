package org.mailboxremediation.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.mailboxremediation.casefile.CasePurges;
import org.mailboxremediation.casefile.PurgeRefused;
import org.mailboxremediation.casefile.PurgeRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Purges a closed case of personal data, by two people. */
@RestController
@RequestMapping(path = "/api/incidents/{id}/purge", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Incidents")
final class PurgeController {

    private final JsonBodies bodies;
    private final Cases cases;
    private final CasePurges purges;

    PurgeController(JsonBodies bodies, Cases cases, CasePurges purges) {
        this.bodies = bodies;
        this.cases = cases;
        this.purges = purges;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Ask for a closed case to be purged of personal data, with a reason; a second person confirms",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = PurgeBody.class))))
    PurgeRequest request(@PathVariable String id, HttpServletRequest request, Authentication authentication) {
        Caller caller = Caller.of(authentication);
        String incident = cases.get(id, caller).id();
        String reason = bodies.read(request, PurgeBody::read).reason();
        return refusable(() -> purges.request(incident, caller.userId(), reason));
    }

    @PostMapping("/confirmation")
    @Operation(summary = "Confirm another person's request: payloads, personal texts, evidence and history go for good")
    PurgeView confirm(@PathVariable String id, Authentication authentication) {
        Caller caller = Caller.of(authentication);
        String incident = cases.get(id, caller).id();
        return refusable(() -> PurgeView.of(purges.confirm(incident, caller.userId())));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take the request back")
    void withdraw(@PathVariable String id, Authentication authentication) {
        Caller caller = Caller.of(authentication);
        String incident = cases.get(id, caller).id();
        refusable(() -> {
            purges.withdraw(incident, caller.userId());
            return true;
        });
    }

    private static <T> T refusable(Supplier<T> call) {
        try {
            return call.get();
        } catch (PurgeRefused refused) {
            throw Problem.conflict(String.valueOf(refused.getMessage()));
        }
    }
}

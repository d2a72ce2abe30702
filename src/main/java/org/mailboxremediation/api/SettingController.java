package org.mailboxremediation.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.NoSuchElementException;
import org.mailboxremediation.incident.MailboxSettings;
import org.mailboxremediation.process.ConflictRetry;
import org.mailboxremediation.process.InputRefused;
import org.mailboxremediation.process.PutBacks;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The mailbox's settings as they were found in a case, and what became of each. */
@RestController
@RequestMapping(path = "/api/incidents/{id}/settings", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Settings")
final class SettingController {

    private final JsonBodies bodies;
    private final Cases cases;
    private final MailboxSettings settings;
    private final PutBacks putBacks;
    private final ConflictRetry conflicts;

    SettingController(
            JsonBodies bodies, Cases cases, MailboxSettings settings, PutBacks putBacks, ConflictRetry conflicts) {
        this.bodies = bodies;
        this.cases = cases;
        this.settings = settings;
        this.putBacks = putBacks;
        this.conflicts = conflicts;
    }

    @GetMapping
    @Operation(summary = "Forwarding, auto-reply, spam forwarding and aliases as found")
    List<SettingView> of(@PathVariable String id, Authentication authentication) {
        String incident = cases.get(id, Caller.of(authentication)).id();
        return settings.of(incident).stream().map(SettingView::of).toList();
    }

    @PostMapping("/{settingId}/restore")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Put one cleared setting back, with a reason: it counts as accepted once it is read back",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = PutBackBody.class))))
    SettingView putBack(
            @PathVariable String id,
            @PathVariable String settingId,
            HttpServletRequest request,
            Authentication authentication) {
        Caller caller = Caller.of(authentication);
        String incident = cases.get(id, caller).id();
        String reason = bodies.read(request, PutBackBody::read).reason();
        try {
            return conflicts.inTransaction(
                    () -> SettingView.of(putBacks.request(incident, settingId, reason, caller.userId())));
        } catch (NoSuchElementException unknown) {
            throw Problem.notFound("setting");
        } catch (InputRefused refused) {
            throw Problem.conflict(String.valueOf(refused.getMessage()));
        }
    }
}

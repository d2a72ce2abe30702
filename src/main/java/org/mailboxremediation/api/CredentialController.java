package org.mailboxremediation.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.mailboxremediation.credential.SealedCredentials;
import org.mailboxremediation.process.ConflictRetry;
import org.mailboxremediation.process.PasswordReveal;
import org.mailboxremediation.process.RevealPermit;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Sealed passwords: each is revealed once. */
@RestController
@Tag(name = "Passwords")
final class CredentialController {

    private final JsonBodies bodies;
    private final SealedCredentials credentials;
    private final PasswordReveal reveal;
    private final ConflictRetry conflicts;

    CredentialController(
            JsonBodies bodies, SealedCredentials credentials, PasswordReveal reveal, ConflictRetry conflicts) {
        this.bodies = bodies;
        this.credentials = credentials;
        this.reveal = reveal;
        this.conflicts = conflicts;
    }

    @PostMapping(path = "/api/credentials/{id}/reveal", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Reveal the new password, once, to the administrator who holds the hand-over task",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = RevealBody.class))))
    ResponseEntity<RevealedPassword> reveal(
            @PathVariable String id, HttpServletRequest request, Authentication authentication) {
        Caller caller = Caller.of(authentication);
        requireKnown(id);
        RevealBody body = bodies.readIfAny(request, RevealBody::read).orElse(RevealBody.NONE);
        RevealPermit.Person person = new RevealPermit.Person(caller.userId(), caller.groups());
        RevealedPassword password = conflicts.repeat(() -> new RevealedPassword(
                reveal.reveal(id, person, body.pinOrNone(), body.reason()).reveal()));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(password);
    }

    @PostMapping(path = "/api/credentials/{id}/pin", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary =
                    "Make the PIN for a reveal: a security lead reads it out by telephone. It is good for ten minutes at"
                            + " most, and replaces any before it")
    ResponseEntity<IssuedPin> pin(@PathVariable String id, Authentication authentication) {
        Caller caller = Caller.of(authentication);
        requireKnown(id);
        IssuedPin pin = conflicts.repeat(() -> IssuedPin.of(reveal.issuePin(id, caller.userId())));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(pin);
    }

    private void requireKnown(String id) {
        if (credentials.find(id).isEmpty()) {
            throw Problem.notFound("credential");
        }
    }
}

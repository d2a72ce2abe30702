package org.mailboxremediation.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.mailboxremediation.device.Device;
import org.mailboxremediation.device.Devices;
import org.mailboxremediation.device.Scan;
import org.mailboxremediation.process.ConflictRetry;
import org.mailboxremediation.process.SecondWord;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The second person's word on a scan that one person attested without a report (ADR 0023). */
@RestController
@Tag(name = "Devices")
final class ScanConfirmationController {

    private final JsonBodies bodies;
    private final Cases cases;
    private final Devices devices;
    private final SecondWord second;
    private final ConflictRetry conflicts;

    ScanConfirmationController(
            JsonBodies bodies, Cases cases, Devices devices, SecondWord second, ConflictRetry conflicts) {
        this.bodies = bodies;
        this.cases = cases;
        this.devices = devices;
        this.second = second;
        this.conflicts = conflicts;
    }

    @PostMapping(
            path = "/api/incidents/{id}/devices/{deviceId}/scans/{scanId}/confirmation",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Confirm a scan that somebody else attested without a report, or say that it was not so",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = ConfirmationBody.class))))
    ScanView confirm(
            @PathVariable String id,
            @PathVariable String deviceId,
            @PathVariable String scanId,
            HttpServletRequest request,
            Authentication authentication) {
        Caller caller = Caller.of(authentication);
        Device device = cases.device(cases.open(id, caller), deviceId);
        scan(device, scanId);
        ConfirmationBody said = bodies.read(request, ConfirmationBody::read);
        if (device.awaitingSecond().map(Scan::id).filter(scanId::equals).isEmpty()) {
            throw Problem.conflict("This scan waits for no second person.");
        }
        try {
            conflicts.inTransaction(() -> second.say(device.id(), said.confirmed(), said.reason(), caller.userId()));
        } catch (IllegalStateException refused) {
            throw Problem.conflict(String.valueOf(refused.getMessage()));
        }
        return ScanView.of(scan(devices.find(device.id()).orElseThrow(), scanId));
    }

    private static Scan scan(Device device, String scanId) {
        return device.scans().stream()
                .filter(scan -> scan.id().equals(scanId))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("scan"));
    }
}

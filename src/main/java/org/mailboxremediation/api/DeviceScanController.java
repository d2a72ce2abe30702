package org.mailboxremediation.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import org.mailboxremediation.device.Device;
import org.mailboxremediation.device.DeviceNonces;
import org.mailboxremediation.device.Devices;
import org.mailboxremediation.device.report.ReportDocument;
import org.mailboxremediation.event.AuthenticatedBy;
import org.mailboxremediation.event.AuthenticationMethod;
import org.mailboxremediation.incident.Incident;
import org.mailboxremediation.incident.Incidents;
import org.mailboxremediation.process.InputRefused;
import org.mailboxremediation.process.NonceDesk;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Reports that the owners of devices hand in themselves, each with a nonce for one report of one device. */
@RestController
@Tag(name = "Devices")
final class DeviceScanController {

    private final Cases cases;
    private final Incidents incidents;
    private final Devices devices;
    private final DeviceNonces nonces;
    private final NonceDesk desk;
    private final ReportUpload reports;

    DeviceScanController(
            Cases cases,
            Incidents incidents,
            Devices devices,
            DeviceNonces nonces,
            NonceDesk desk,
            ReportUpload reports) {
        this.cases = cases;
        this.incidents = incidents;
        this.devices = devices;
        this.nonces = nonces;
        this.desk = desk;
        this.reports = reports;
    }

    @PostMapping(path = "/api/incidents/{id}/devices/{deviceId}/nonce", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Make the nonce with which this device's owner hands in one report; it replaces any unused one")
    ResponseEntity<IssuedNonceView> nonce(
            @PathVariable String id, @PathVariable String deviceId, Authentication authentication) {
        Caller caller = Caller.of(authentication);
        Device device = cases.device(cases.open(id, caller), deviceId);
        try {
            IssuedNonceView issued = IssuedNonceView.of(desk.issue(device, caller.userId()));
            return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(issued);
        } catch (InputRefused held) {
            throw Problem.conflict(String.valueOf(held.getMessage()));
        }
    }

    @PostMapping(
            path = "/api/device-scans",
            consumes = {MediaType.TEXT_PLAIN_VALUE, MediaType.APPLICATION_OCTET_STREAM_VALUE},
            produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Hand in the report, at most 10 MiB, of the device whose nonce is given; that is used up then")
    ScanView handIn(@RequestHeader("Device-Nonce") String nonce, InputStream body, Authentication authentication)
            throws IOException {
        Caller caller = Caller.of(authentication);
        Device device = nonces.device(nonce).flatMap(devices::find).orElseThrow(DeviceScanController::notGood);
        requireOpen(device);
        byte[] report = body.readNBytes(ReportDocument.MAX_SIZE + 1);
        if (report.length == 0) {
            throw Problem.field("body", "must not be empty");
        }
        if (report.length > ReportDocument.MAX_SIZE) {
            throw Problem.of(HttpStatus.PAYLOAD_TOO_LARGE, "A report may have at most 10 MiB.");
        }
        return ScanView.of(AuthenticatedBy.during(
                AuthenticationMethod.DEVICE_NONCE,
                () -> reports.attach(device, report, caller, () -> use(nonce, device, caller))));
    }

    private void use(String nonce, Device device, Caller caller) {
        if (!nonces.use(nonce, device, caller.userId())) {
            throw notGood();
        }
    }

    private void requireOpen(Device device) {
        if (incidents
                .find(device.incidentId())
                .map(Incident::status)
                .filter(status -> status.isOpen())
                .isEmpty()) {
            throw Problem.conflict("The incident is closed. The report was not taken.");
        }
    }

    /** The same for each reason: whoever tries nonces learns nothing. */
    private static Problem notGood() {
        return Problem.of(
                HttpStatus.FORBIDDEN,
                "The nonce is unknown, used or out of date. Ask whoever gave it to you for another.");
    }
}

package org.mailboxremediation.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.device.Device;
import org.mailboxremediation.device.Devices;
import org.mailboxremediation.device.NewDevice;
import org.mailboxremediation.device.ScanClaim;
import org.mailboxremediation.incident.Incident;
import org.mailboxremediation.process.CaseChanges;
import org.mailboxremediation.process.ConflictRetry;
import org.mailboxremediation.process.DeviceScans;
import org.mailboxremediation.process.ScanDesk;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The devices of an incident, and the scans that prove them clean or not. */
@RestController
@RequestMapping(path = "/api/incidents/{id}/devices", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Devices")
final class DeviceController {

    private final JsonBodies bodies;
    private final Cases cases;
    private final Devices devices;
    private final CaseChanges changes;
    private final ScanDesk scans;
    private final ReportUpload reports;
    private final DeviceScans evidence;
    private final ConflictRetry conflicts;

    DeviceController(
            JsonBodies bodies,
            Cases cases,
            Devices devices,
            CaseChanges changes,
            ScanDesk scans,
            ReportUpload reports,
            DeviceScans evidence,
            ConflictRetry conflicts) {
        this.bodies = bodies;
        this.cases = cases;
        this.devices = devices;
        this.changes = changes;
        this.scans = scans;
        this.reports = reports;
        this.evidence = evidence;
        this.conflicts = conflicts;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Add a device; it joins the scanning",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = NewDevice.class))))
    DeviceView add(@PathVariable String id, HttpServletRequest request, Authentication authentication) {
        Caller caller = Caller.of(authentication);
        Incident incident = cases.open(id, caller);
        NewDevice device = bodies.read(request, DeviceShape::read);
        return DeviceView.of(conflicts.inTransaction(() -> add(incident, device, caller)));
    }

    @PostMapping(path = "/{deviceId}/scans", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Attach what a scan found; the answer is the verdict it was given",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = ScanBody.class))))
    ScanView scan(
            @PathVariable String id,
            @PathVariable String deviceId,
            HttpServletRequest request,
            Authentication authentication) {
        Caller caller = Caller.of(authentication);
        Device device = cases.device(cases.open(id, caller), deviceId);
        ScanClaim claim = bodies.read(request, ScanBody::read);
        return ScanView.of(scans.attach(device, claim, caller.userId()));
    }

    @PostMapping(path = "/{deviceId}/scans", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary =
                    "Attach a scanner's report (ClamAV, Microsoft Defender, OCSF 6007); one that cannot be read proves nothing")
    ScanView report(
            @PathVariable String id,
            @PathVariable String deviceId,
            @RequestPart MultipartFile report,
            Authentication authentication) {
        Caller caller = Caller.of(authentication);
        Device device = cases.device(cases.open(id, caller), deviceId);
        return ScanView.of(reports.attach(device, Upload.bytes("report", report), caller, () -> {}));
    }

    @DeleteMapping("/{deviceId}")
    @Operation(
            summary =
                    "Take a device that was listed by mistake off the list, with a reason: 202 for the first person who"
                            + " asks, 200 once a second one has")
    ResponseEntity<DeviceView> remove(
            @PathVariable String id,
            @PathVariable String deviceId,
            @RequestParam(required = false) @Nullable String reason,
            Authentication authentication) {
        Caller caller = Caller.of(authentication);
        Device device = cases.device(cases.open(id, caller), deviceId);
        if (reason == null || reason.isBlank() || reason.length() > 2000) {
            throw Problem.field("reason", "is required, with at most 2000 characters");
        }
        boolean removed = remove(device, reason, caller);
        return ResponseEntity.status(removed ? HttpStatus.OK : HttpStatus.ACCEPTED)
                .body(DeviceView.of(devices.find(device.id()).orElseThrow()));
    }

    private boolean remove(Device device, String reason, Caller caller) {
        try {
            return conflicts.inTransaction(() -> evidence.remove(device.id(), reason, caller.userId()));
        } catch (IllegalStateException refused) {
            throw Problem.conflict(String.valueOf(refused.getMessage()));
        }
    }

    private Device add(Incident incident, NewDevice device, Caller caller) {
        if (devices.of(incident.id()).size() >= Devices.MAX_DEVICES) {
            throw Problem.conflict("An incident can have at most " + Devices.MAX_DEVICES + " devices.");
        }
        return changes.deviceAdded(incident.id(), device, caller.userId());
    }
}

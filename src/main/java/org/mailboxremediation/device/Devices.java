package org.mailboxremediation.device;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.event.EventChain;
import org.mailboxremediation.event.LockedRows;
import org.mailboxremediation.event.Sha256;
import org.mailboxremediation.incident.Incident;
import org.mailboxremediation.incident.TextBounds;
import org.mailboxremediation.incident.Times;
import org.springframework.stereotype.Component;

/**
 * The devices of each case, their scans and what was done to them. Methods that change something run in the caller's
 * transaction and leave an event.
 */
@Component
public final class Devices {

    /** How many devices a case can have. */
    public static final int MAX_DEVICES = 1000;

    private static final LockedRows<Device> READ = new LockedRows<>();

    private final DeviceRows rows;
    private final ScanRows scans;
    private final EventChain events;
    private final Clock clock;
    private final ScanProperties properties;

    Devices(DeviceRows rows, ScanRows scans, EventChain events, Clock clock, ScanProperties properties) {
        this.rows = rows;
        this.scans = scans;
        this.events = events;
        this.clock = clock;
        this.properties = properties;
    }

    /**
     * Adds a device to a case; event {@code DeviceAdded}.
     *
     * @throws IllegalArgumentException if the case has {@value #MAX_DEVICES} already
     */
    public Device add(String incidentId, NewDevice device, String actor) {
        events.lock(incidentId);
        if (rows.count(incidentId) >= MAX_DEVICES) {
            throw new IllegalArgumentException("An incident can have at most " + MAX_DEVICES + " devices.");
        }
        Device added = added(incidentId, device);
        Map<String, String> payload = Map.of(
                "device", added.id(), "name", added.name(), "kind", added.kind().name());
        long position = events.append(incidentId, actor, "DeviceAdded", payload).sequence();
        READ.forget(incidentId);
        rows.insert(added, actor, position);
        return added;
    }

    /** The device with this id. */
    public Optional<Device> find(String deviceId) {
        return rows.incidentOf(deviceId)
                .flatMap(incident -> of(incident).stream()
                        .filter(device -> device.id().equals(deviceId))
                        .findFirst());
    }

    /** The case's devices in the order they were added. */
    public List<Device> of(String incidentId) {
        return READ.of(
                incidentId,
                ids -> rows.of(ids).stream()
                        .map(device -> Map.entry(device.incidentId(), device))
                        .toList());
    }

    /** The same device in all cases that list it, this one's included; none without an identifier. */
    public List<SharedDevice> sharing(@Nullable String identifier) {
        return DeviceIdentity.key(identifier) == null ? List.of() : rows.sharing(String.valueOf(identifier));
    }

    /**
     * Takes a device that was listed by mistake off the list: the first person asks, a second one agrees.
     *
     * @return whether it is off
     * @throws IllegalStateException if malware was found on it, it is off already, or the same person asks again
     */
    public boolean remove(String deviceId, String reason, String actor) {
        events.lock(incidentOf(deviceId));
        Device device = find(deviceId).orElseThrow();
        if (device.everInfected()) {
            throw new IllegalStateException("Malware was found on it: retire or reimage it instead.");
        }
        if (device.removed()) {
            throw new IllegalStateException("It is off the list already.");
        }
        Optional<String> askedBy = device.removalAskedBy();
        if (askedBy.filter(actor::equals).isPresent()) {
            throw new IllegalStateException("You have asked for this already: a second person must agree.");
        }
        dispose(deviceId, askedBy.isPresent() ? DispositionKind.REMOVED : DispositionKind.REMOVAL_ASKED, reason, actor);
        return askedBy.isPresent();
    }

    /**
     * Judges a claimed scan and stores both; event {@code ScanRecorded}. No evidence is refused for being one too many.
     *
     * @param incident the case: when it was reported, and how severe it is, decide what proves something
     * @param actor who brought it
     * @throws NoSuchElementException if there is no such device
     */
    public Scan recordScan(String deviceId, ScanClaim claim, Incident incident, String actor) {
        events.lock(incidentOf(deviceId));
        Device device = find(deviceId).orElseThrow();
        Instant now = Times.now(clock);
        ScanJudgement first =
                ScanRules.judge(claim, device.scans(), incident.reportedAt(), now, properties.signaturesMaxAge());
        boolean second = ScanRules.needsSecond(claim, first, incident.severity());
        ScanJudgement judgement = second ? ScanRules.AWAITS_SECOND : first;
        String id = UUID.randomUUID().toString();
        long position = events.append(
                        device.incidentId(), actor, "ScanRecorded", content(id, deviceId, claim, judgement))
                .sequence();
        Scan scan = scan(id, deviceId, claim, judgement, actor, now, position, second);
        READ.forget(device.incidentId());
        scans.insert(device.incidentId(), scan);
        return scan;
    }

    /**
     * Stores the second person's word on the newest scan, which one person attested without a report; event {@code
     * DeviceDisposed}.
     *
     * @param confirmed whether it was so
     * @param reason how this person knows, 1 to 2,000 characters
     * @throws IllegalStateException if the newest scan awaits no second word, or this is the person who attested it
     */
    public void second(String deviceId, boolean confirmed, String reason, String actor) {
        events.lock(incidentOf(deviceId));
        Scan scan = find(deviceId)
                .flatMap(Device::awaitingSecond)
                .orElseThrow(() -> new IllegalStateException("No scan of this device waits for a second person."));
        if (scan.attestedBy().equals(actor)) {
            throw new IllegalStateException("You attested this scan yourself: a second person must say so.");
        }
        dispose(deviceId, confirmed ? DispositionKind.SCAN_CONFIRMED : DispositionKind.SCAN_DOUBTED, reason, actor);
    }

    /**
     * Stores what a person says was done to a device; event {@code DeviceDisposed}.
     *
     * @param reason part of the proof, 1 to 2,000 characters; the event keeps the first 500
     * @throws NoSuchElementException if there is no such device
     */
    public void dispose(String deviceId, DispositionKind kind, String reason, String actor) {
        TextBounds.text("reason", reason, 2000);
        if (reason.isBlank()) {
            throw new IllegalArgumentException("what was done to a device needs a reason");
        }
        String incidentId = incidentOf(deviceId);
        Map<String, String> payload =
                Map.of("device", deviceId, "kind", kind.name(), "reason", TextBounds.cut(reason, 500));
        long position =
                events.append(incidentId, actor, "DeviceDisposed", payload).sequence();
        READ.forget(incidentId);
        rows.insert(
                UUID.randomUUID().toString(),
                deviceId,
                incidentId,
                new Disposition(kind, reason, actor, Times.now(clock), position));
    }

    private String incidentOf(String deviceId) {
        return rows.incidentOf(deviceId).orElseThrow(() -> new NoSuchElementException("There is no such device."));
    }

    private Device added(String incidentId, NewDevice device) {
        return new Device(
                UUID.randomUUID().toString(),
                incidentId,
                device.name(),
                device.kind(),
                device.owner(),
                device.identifier(),
                Times.now(clock),
                List.of(),
                List.of());
    }

    private static Scan scan(
            String id,
            String deviceId,
            ScanClaim claim,
            ScanJudgement judgement,
            String actor,
            Instant now,
            long position,
            boolean second) {
        return new Scan(
                id,
                deviceId,
                judgement.verdict(),
                claim.tool(),
                micros(claim.signaturesDate()),
                claim.startedAt().truncatedTo(ChronoUnit.MICROS),
                claim.finishedAt().truncatedTo(ChronoUnit.MICROS),
                claim.filesScanned(),
                claim.findings(),
                judgement.reasons(),
                actor,
                now,
                position,
                second,
                null);
    }

    private static @Nullable Instant micros(@Nullable Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.MICROS);
    }

    private static Map<String, Object> content(String id, String deviceId, ScanClaim claim, ScanJudgement judgement) {
        RawReport report = claim.report();
        return Map.of(
                "scan", id,
                "report", report == null ? "" : report.evidenceId(),
                "device", deviceId,
                "verdict", judgement.verdict().name(),
                "tool", claim.tool(),
                "reasons", judgement.reasons(),
                "filesScanned", claim.filesScanned(),
                "finishedAt", claim.finishedAt().toString(),
                "findings", claim.findings().size(),
                "findingsSha256", Sha256.hex(String.join("\n", claim.findings())));
    }
}

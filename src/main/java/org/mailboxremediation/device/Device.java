package org.mailboxremediation.device;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A device on which the mailbox was used (article step 2). What it is worth follows from its scans and dispositions in
 * the order of their recording.
 *
 * @param id a random UUID
 * @param managed whether the organisation manages it, as the inventory says; null where that does not know the device
 * @param scans in the order they were recorded
 * @param dispositions in the order they were recorded
 */
public record Device(
        String id,
        String incidentId,
        String name,
        DeviceKind kind,
        String owner,
        @Nullable String identifier,
        @Nullable Boolean managed,
        Instant addedAt,
        List<Scan> scans,
        List<Disposition> dispositions) {

    /** One that the inventory does not know. */
    public Device(
            String id,
            String incidentId,
            String name,
            DeviceKind kind,
            String owner,
            @Nullable String identifier,
            Instant addedAt,
            List<Scan> scans,
            List<Disposition> dispositions) {
        this(id, incidentId, name, kind, owner, identifier, null, addedAt, scans, dispositions);
    }

    public Device {
        scans = List.copyOf(scans);
        dispositions = List.copyOf(dispositions);
    }

    /** What its scans and dispositions come to. A scan after a retirement shows that it is in use, and counts. */
    public DeviceState state() {
        return story().state();
    }

    /** Whether a scan is owed: it was never scanned, a scan proved nothing, or malware was found. */
    public boolean needsScan() {
        return !settled();
    }

    /** Whether it is clean, retired, or attested unscannable and wiped or out of use. */
    public boolean settled() {
        return state().settled();
    }

    /**
     * When its latest infection ended, by our clock: at the recording of the first clean scan, reimage, retirement or
     * wiping after it. Empty if it never was infected, or still is.
     */
    public Optional<Instant> infectionEndedAt() {
        return Optional.ofNullable(story().infectionEndedAt());
    }

    /** How many scans found something since it was last reimaged: what bounds removing and scanning again. */
    public int infectedScans() {
        return story().infectedScans();
    }

    /** Whether malware was ever found on it. */
    public boolean everInfected() {
        return story().everInfected();
    }

    /** Whether two people took it off the list, with no scan since: it never was one of the case's. */
    public boolean removed() {
        return story().removed();
    }

    /** Who asked for its removal last, with nobody having agreed yet. */
    public Optional<String> removalAskedBy() {
        return dispositions.stream()
                .filter(done -> done.kind() == DispositionKind.REMOVAL_ASKED || done.kind() == DispositionKind.REMOVED)
                .reduce((earlier, later) -> later)
                .filter(done -> done.kind() == DispositionKind.REMOVAL_ASKED)
                .map(Disposition::actor);
    }

    /** The newest scan, if it waits for a second person's word and nothing was said of the device since. */
    public Optional<Scan> awaitingSecond() {
        long newest =
                dispositions.stream().mapToLong(Disposition::position).max().orElse(-1);
        return scans.isEmpty()
                ? Optional.empty()
                : Optional.of(scans.get(scans.size() - 1))
                        .filter(scan -> scan.needsSecond() && scan.secondYes() == null && scan.position() > newest);
    }

    private DeviceStory story() {
        return DeviceStory.of(scans, dispositions);
    }
}

package org.mailboxremediation.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.device.Device;
import org.mailboxremediation.device.DeviceIdentity;
import org.mailboxremediation.device.Devices;
import org.mailboxremediation.device.Inventory;
import org.mailboxremediation.device.NewDevice;
import org.mailboxremediation.device.SharedDevice;
import org.mailboxremediation.event.CaseEvent;
import org.mailboxremediation.event.EventChain;
import org.mailboxremediation.incident.Incident;
import org.mailboxremediation.incident.Incidents;
import org.mailboxremediation.notice.Notices;
import org.springframework.stereotype.Component;

/**
 * A device is the organisation's: what is found on it counts in every open case that it touches, because it is listed there
 * or the inventory says that the mailbox is used on it.
 */
@Component
public final class SharedDevices {

    /** How long after its end a case is asked about again. */
    static final Duration ASKED_AGAIN = Duration.ofDays(30);

    private final Devices devices;
    private final Inventory inventory;
    private final Incidents incidents;
    private final CaseChanges changes;
    private final Notices notices;
    private final EventChain events;
    private final Clock clock;

    SharedDevices(
            Devices devices,
            Inventory inventory,
            Incidents incidents,
            CaseChanges changes,
            Notices notices,
            EventChain events,
            Clock clock) {
        this.devices = devices;
        this.inventory = inventory;
        this.incidents = incidents;
        this.changes = changes;
        this.notices = notices;
        this.events = events;
        this.clock = clock;
    }

    /** Lists the devices that the inventory knows for the case's mailbox. In the caller's transaction. */
    public void listKnown(Incident incident) {
        Set<Optional<String>> there = new HashSet<>();
        devices.of(incident.id()).forEach(device -> there.add(key(device.identifier())));
        for (NewDevice known : inventory.of(incident.mailbox())) {
            if (there.size() < Devices.MAX_DEVICES && there.add(key(known.identifier()))) {
                devices.add(incident.id(), known, CaseEvent.SYSTEM);
            }
        }
    }

    /**
     * Locks all cases that facts about these devices can reach, always in the same order, so that two people who bring
     * facts about shared devices never wait for each other. First of all in the caller's transaction.
     */
    void lock(Collection<Device> reported) {
        Set<String> reached = new TreeSet<>();
        for (Device device : reported) {
            reached.add(device.incidentId());
            devices.sharing(device.identifier()).forEach(shared -> reached.add(shared.incidentId()));
            Optional.ofNullable(device.identifier()).stream()
                    .flatMap(identifier -> inventory.mailboxesOf(identifier).stream())
                    .flatMap(mailbox -> incidents.findNewest(mailbox).stream())
                    .forEach(incident -> reached.add(incident.id()));
        }
        reached.forEach(events::lock);
    }

    /** Does the same to the device in each other open case that lists it. In the caller's transaction. */
    void inOtherCases(Device device, Consumer<SharedDevice> deed) {
        for (SharedDevice other : devices.sharing(device.identifier())) {
            if (!other.incidentId().equals(device.incidentId())
                    && incidents.get(other.incidentId()).status().isOpen()) {
                deed.accept(other);
                changes.factAdded(other.incidentId());
            }
        }
    }

    /**
     * Lists an infected device in the open cases of all mailboxes that are used on it, and opens the question for cases
     * that ended lately: event {@code SharedDeviceInfected}, and an alert to the security leads. In the caller's
     * transaction, before the infection is recorded.
     */
    void infected(Device device) {
        String identifier = device.identifier();
        if (identifier == null) {
            return;
        }
        Set<String> listed = new HashSet<>();
        devices.sharing(identifier).forEach(shared -> listed.add(shared.incidentId()));
        Set<String> ended = new HashSet<>(listed);
        inventory.mailboxesOf(identifier).stream()
                .flatMap(mailbox -> incidents.findNewest(mailbox).stream())
                .forEach(incident -> {
                    if (incident.status().isOpen() && listed.add(incident.id())) {
                        NewDevice same = new NewDevice(device.name(), device.kind(), device.owner(), identifier);
                        changes.deviceAdded(incident.id(), same, CaseEvent.SYSTEM);
                    }
                    ended.add(incident.id());
                });
        ended.stream().sorted().forEach(id -> askAgain(incidents.get(id), device));
    }

    private void askAgain(Incident incident, Device device) {
        Instant closed = incident.closedAt();
        if (incident.status().isOpen()
                || closed == null
                || closed.isBefore(clock.instant().minus(ASKED_AGAIN))) {
            return;
        }
        Map<String, String> payload = Map.of("device", device.name(), "foundIn", device.incidentId());
        events.append(incident.id(), CaseEvent.SYSTEM, "SharedDeviceInfected", payload);
        notices.sharedDeviceInfected(incident);
    }

    private static Optional<String> key(@Nullable String identifier) {
        return Optional.ofNullable(DeviceIdentity.key(identifier));
    }
}

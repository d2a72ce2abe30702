package org.mailboxremediation.process;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.mailboxremediation.credential.ChangeCause;
import org.mailboxremediation.credential.PasswordChanges;
import org.mailboxremediation.device.Device;
import org.mailboxremediation.device.DeviceState;
import org.mailboxremediation.device.Devices;
import org.mailboxremediation.device.NewDevice;
import org.mailboxremediation.incident.Access;
import org.mailboxremediation.incident.AccessLog;
import org.mailboxremediation.incident.Incident;
import org.mailboxremediation.incident.Incidents;
import org.mailboxremediation.outbox.Outbox;
import org.mailboxremediation.outbox.Priority;
import org.mailboxremediation.restore.CaseFactsReader;
import org.mailboxremediation.restore.RestoreGuard;
import org.mailboxremediation.restore.VoidRule;
import org.springframework.stereotype.Component;

/**
 * What a fact that comes later does to a case: a device joins the scanning, and a fact that shuts the gate after the
 * restore blocks access again (promise P1). The fact is stored even if no process listens.
 */
@Component
public final class CaseChanges {

    private final Devices devices;
    private final Incidents incidents;
    private final PasswordChanges changes;
    private final AccessLog accessLog;
    private final HandOvers handOvers;
    private final RestoreGuard guard;
    private final CaseFactsReader facts;
    private final Outbox outbox;
    private final RuntimeService runtime;

    CaseChanges(
            Devices devices,
            Incidents incidents,
            PasswordChanges changes,
            AccessLog accessLog,
            HandOvers handOvers,
            RestoreGuard guard,
            CaseFactsReader facts,
            Outbox outbox,
            RuntimeService runtime) {
        this.devices = devices;
        this.incidents = incidents;
        this.changes = changes;
        this.accessLog = accessLog;
        this.handOvers = handOvers;
        this.guard = guard;
        this.facts = facts;
        this.outbox = outbox;
        this.runtime = runtime;
    }

    /** Adds a device and lets it join the scanning where that is open. In the caller's transaction. */
    public Device deviceAdded(String incidentId, NewDevice device, String actor) {
        Device added = devices.add(incidentId, device, actor);
        runtime.createMessageCorrelation("Message_DeviceAdded")
                .processInstanceBusinessKey(incidentId)
                .setVariableToTriggeredScope("lateDeviceId", added.id())
                .correlateAll();
        factAdded(incidentId);
        return added;
    }

    /** Looks at the gate again after any new fact. In the caller's transaction. */
    public void factAdded(String incidentId) {
        Incident incident = incidents.get(incidentId);
        if (!incident.status().isOpen()) {
            return;
        }
        boolean shut = !guard.decide(incidentId).allowed();
        if (shut && accessIsBack(incident)) {
            blockAgain(incident);
            tell("Message_LaterFactShutsGate", incidentId);
        } else if (newSymptomOfAccess(incidentId)) {
            tell("Message_LaterFactShutsGate", incidentId);
        }
        tell(shut ? "Message_RestoreGateShut" : "Message_RestoreGateOpened", incidentId);
    }

    /** Takes back the question what to settle where nothing is left to settle. In the caller's transaction. */
    public void askGateAgain(String incidentId) {
        if (guard.decide(incidentId).allowed()) {
            tell("Message_RestoreGateOpened", incidentId);
        }
    }

    private boolean accessIsBack(Incident incident) {
        return accessLog.current(incident) == Access.OPEN
                && (accessLog.everBlocked(incident) || handOvers.newestRevealed(incident.id()))
                && !(handOvers.handedOverEarly(incident.id()) && nothingFound(incident.id()));
    }

    /** A lead handed over while the gate was shut: only what was found since then takes that back. */
    private boolean nothingFound(String incidentId) {
        return devices.of(incidentId).stream().noneMatch(device -> device.state() == DeviceState.INFECTED);
    }

    private boolean newSymptomOfAccess(String incidentId) {
        return !changes.of(incidentId).isEmpty()
                && VoidRule.changeDue(facts.of(incidentId))
                        .filter(ChangeCause.NEW_SYMPTOM::equals)
                        .isPresent();
    }

    private void blockAgain(Incident incident) {
        String step = Step.BLOCK_ACCESS.name();
        outbox.enqueue(
                incident.id(),
                step,
                outbox.nextEpoch(incident.id(), step),
                Map.of("cause", "GATE_SHUT"),
                Priority.BLOCK_AGAIN + incident.severity().rank());
    }

    private void tell(String message, String incidentId) {
        runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(incidentId)
                .correlateAll();
    }
}

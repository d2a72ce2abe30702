package org.mailboxremediation.process;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.mailboxremediation.event.CaseEvent;
import org.mailboxremediation.incident.Attestation;
import org.mailboxremediation.incident.AttestationKind;
import org.mailboxremediation.incident.Attestations;
import org.mailboxremediation.incident.Incident;
import org.mailboxremediation.incident.IncidentStatus;
import org.mailboxremediation.incident.Incidents;
import org.mailboxremediation.incident.MailboxAddress;
import org.mailboxremediation.restore.RestoreGuard;
import org.springframework.stereotype.Component;

/** Ends a case: at the end of the procedure, or early by the decision of two people. */
@Component
public final class CaseEnding {

    private final Incidents incidents;
    private final Attestations attestations;
    private final RestoreGuard guard;
    private final HandOvers handOvers;
    private final AccessNow access;
    private final RuntimeService runtime;

    CaseEnding(
            Incidents incidents,
            Attestations attestations,
            RestoreGuard guard,
            HandOvers handOvers,
            AccessNow access,
            RuntimeService runtime) {
        this.incidents = incidents;
        this.attestations = attestations;
        this.guard = guard;
        this.handOvers = handOvers;
        this.access = access;
        this.runtime = runtime;
    }

    /** Whether the gate is open and the owner has the newest password, or the mailbox stays disabled on purpose. */
    public boolean secured(String incidentId) {
        return guard.decide(incidentId).allowed()
                && (access.staysDisabled(incidentId)
                        || (handOvers.newestRevealed(incidentId) && !access.blocked(incidentId)));
    }

    /**
     * The procedure has ended, all branches of it: closes the case, unless facts say that it must run again or an ending has
     * taken it over.
     */
    public void procedureEnded(String incidentId, String processInstanceId) {
        if (!processInstanceId.equals(incidents.get(incidentId).processInstanceId())) {
            return;
        }
        incidents.detachProcess(incidentId, processInstanceId);
        if (incidents.get(incidentId).status().isOpen() && secured(incidentId)) {
            IncidentStatus status =
                    access.staysDisabled(incidentId) ? IncidentStatus.CLOSED_CONTAINED : IncidentStatus.CLOSED_RESTORED;
            incidents.close(incidentId, status, CaseEvent.SYSTEM);
        }
    }

    /** Ties a request to end or reopen to its case. */
    public void requested(DelegateExecution execution) {
        if (execution.getProcessBusinessKey() == null) {
            MailboxAddress mailbox = MailboxAddress.parse(String.valueOf(execution.getVariable("mailbox")));
            execution.setProcessBusinessKey(
                    incidents.findNewest(mailbox).map(Incident::id).orElseThrow());
        }
    }

    /** What was decided: the newest confirmation, if it was not a refusal. */
    public Optional<Ending> decided(String incidentId) {
        List<Attestation> decisions = attestations.of(incidentId).stream()
                .filter(a -> a.kind() == AttestationKind.ENDING_CONFIRMED)
                .toList();
        return decisions.isEmpty()
                ? Optional.empty()
                : Optional.of(decisions.get(decisions.size() - 1))
                        .filter(a -> !a.answer().equals("REFUSED"))
                        .map(a -> Ending.valueOf(a.answer()));
    }

    /** Ends the procedure's steps; the process that runs the ending takes the case over first, so that it stays open. */
    public void stopSteps(String incidentId, String endingProcessId) {
        String steps = incidents.get(incidentId).processInstanceId();
        if (steps != null) {
            incidents.detachProcess(incidentId, steps);
        }
        incidents.attachProcess(incidentId, endingProcessId);
        runtime.createMessageCorrelation("Message_EndingConfirmed")
                .processInstanceBusinessKey(incidentId)
                .correlateAll();
    }

    /** Closes the case as decided. */
    public void end(String incidentId, String endingProcessId) {
        IncidentStatus status = decided(incidentId).orElseThrow().status();
        incidents.detachProcess(incidentId, endingProcessId);
        incidents.close(incidentId, status, lastActor(incidentId));
        runtime.createMessageCorrelation("Message_EndingConfirmed")
                .processInstanceBusinessKey(incidentId)
                .correlateAll();
    }

    /** Gives the case back to the procedure, opening it again if it was closed. */
    public void resume(String incidentId, String endingProcessId) {
        incidents.detachProcess(incidentId, endingProcessId);
        if (!incidents.get(incidentId).status().isOpen()) {
            incidents.reopen(incidentId, lastActor(incidentId), "reopened by the decision of two people");
        }
    }

    private String lastActor(String incidentId) {
        return attestations.of(incidentId).stream()
                .filter(a -> a.kind() == AttestationKind.ENDING_CONFIRMED)
                .reduce((earlier, later) -> later)
                .map(Attestation::actor)
                .orElse(CaseEvent.SYSTEM);
    }
}

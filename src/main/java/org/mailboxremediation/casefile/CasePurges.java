package org.mailboxremediation.casefile;

import java.util.Map;
import java.util.Objects;
import org.mailboxremediation.event.Checkpoints;
import org.mailboxremediation.event.EventChain;
import org.mailboxremediation.event.Purge;
import org.mailboxremediation.event.Purges;
import org.mailboxremediation.incident.Incidents;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Purges closed cases of personal data, by two people; hashes stay, and the chain says so (ADR 20). */
@Component
public final class CasePurges {

    private final Incidents incidents;
    private final PurgeRequests requests;
    private final PersonalData data;
    private final EngineHistory history;
    private final EventChain chain;
    private final Purges purges;
    private final Checkpoints checkpoints;
    private final TransactionTemplate transaction;

    CasePurges(
            Incidents incidents,
            PurgeRequests requests,
            PersonalData data,
            EngineHistory history,
            EventChain chain,
            Purges purges,
            Checkpoints checkpoints,
            TransactionTemplate transaction) {
        this.incidents = incidents;
        this.requests = requests;
        this.data = data;
        this.history = history;
        this.chain = chain;
        this.purges = purges;
        this.checkpoints = checkpoints;
        this.transaction = transaction;
    }

    /**
     * Asks for it; event {@code PurgeRequested}. Nothing is purged yet.
     *
     * @param reason 1 to 500 characters; it stays
     * @throws PurgeRefused if the case is open, was purged, or somebody asked already
     */
    public PurgeRequest request(String incidentId, String actor, String reason) {
        return Objects.requireNonNull(transaction.execute(status -> {
            chain.lock(incidentId);
            requirePurgeable(incidentId);
            requests.find(incidentId).ifPresent(pending -> {
                throw new PurgeRefused("Somebody asked for it already. A security lead confirms or withdraws that.");
            });
            chain.append(incidentId, actor, Purge.REQUESTED, Map.of("reason", reason));
            return requests.add(incidentId, actor, reason);
        }));
    }

    /**
     * Takes the request back; event {@code PurgeWithdrawn}.
     *
     * @throws PurgeRefused if there is none
     */
    public void withdraw(String incidentId, String actor) {
        transaction.executeWithoutResult(status -> {
            chain.lock(incidentId);
            pending(incidentId);
            requests.remove(incidentId);
            chain.append(incidentId, actor, "PurgeWithdrawn", Map.of());
        });
    }

    /**
     * Confirms the request and purges: payloads, personal texts, evidence and the engine's history of the case; event
     * {@code PersonalDataPurged}, signed. Everything in one transaction.
     *
     * @throws PurgeRefused if there is no request, or it is the same person's, or the case is not to be purged
     */
    public Purge confirm(String incidentId, String actor) {
        Purge purge = Objects.requireNonNull(transaction.execute(status -> {
            chain.lock(incidentId);
            requirePurgeable(incidentId);
            PurgeRequest request = pending(incidentId);
            if (request.requestedBy().equals(actor)) {
                throw new PurgeRefused("A purge takes two people: another security lead must confirm it.");
            }
            history.remove(incidentId);
            data.purge(incidentId);
            requests.remove(incidentId);
            return purges.purge(
                    incidentId, request.requestedBy(), actor, request.reason(), PersonalData.HARMLESS::contains);
        }));
        checkpoints.sign(incidentId);
        return purge;
    }

    private PurgeRequest pending(String incidentId) {
        return requests.find(incidentId)
                .orElseThrow(() -> new PurgeRefused("Nobody has asked for this case to be purged."));
    }

    private void requirePurgeable(String incidentId) {
        if (incidents.get(incidentId).status().isOpen() || history.isRunning(incidentId)) {
            throw new PurgeRefused("Only a case that is closed, with all its work done, can be purged.");
        }
        if (data.isPurged(incidentId)) {
            throw new PurgeRefused("The case was purged already.");
        }
        if (data.isInUse(incidentId)) {
            throw new PurgeRefused("Effects of the case are still owed. Wait until they are settled.");
        }
    }
}

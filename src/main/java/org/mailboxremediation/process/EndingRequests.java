package org.mailboxremediation.process;

import org.mailboxremediation.incident.AttestationKind;
import org.mailboxremediation.incident.Attestations;
import org.mailboxremediation.incident.Incident;
import org.mailboxremediation.incident.Incidents;
import org.mailboxremediation.incident.MailboxAddress;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes a request to end a case early, or to open a closed one again. */
@Component
public final class EndingRequests {

    private final Incidents incidents;
    private final Attestations attestations;
    private final TransactionTemplate transaction;

    EndingRequests(Incidents incidents, Attestations attestations, TransactionTemplate transaction) {
        this.incidents = incidents;
        this.attestations = attestations;
        this.transaction = transaction;
    }

    /**
     * Stores the request.
     *
     * @throws InputRefused where the mailbox has no case that could be ended or reopened like this
     */
    public void request(MailboxAddress mailbox, String ending, String reason, String actor) {
        Incident newest =
                incidents.findNewest(mailbox).orElseThrow(() -> new InputRefused("There is no case for this mailbox."));
        boolean reopens = Ending.valueOf(ending) == Ending.REOPEN;
        if (reopens == newest.status().isOpen()) {
            throw new InputRefused(
                    reopens ? "The case is open: there is nothing to reopen." : "The newest case is closed already.");
        }
        transaction.executeWithoutResult(status ->
                attestations.record(newest.id(), AttestationKind.ENDING_REQUESTED, "case", ending, reason, actor));
    }
}

package org.mailboxremediation.process;

import java.util.Objects;
import org.mailboxremediation.block.Origin;
import org.mailboxremediation.block.Origins;
import org.mailboxremediation.block.SharedProviders;
import org.mailboxremediation.evidence.Evidence;
import org.mailboxremediation.evidence.EvidenceStore;
import org.mailboxremediation.evidence.trace.OriginReader;
import org.mailboxremediation.evidence.trace.OriginReport;
import org.mailboxremediation.incident.Organisation;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes the message that led to the compromise: keeps it as evidence, reads its origin. */
@Component
public final class MessageTracing {

    private final EvidenceStore evidence;
    private final Origins origins;
    private final Organisation organisation;
    private final SharedProviders shared;
    private final TransactionTemplate transaction;

    MessageTracing(
            EvidenceStore evidence,
            Origins origins,
            Organisation organisation,
            SharedProviders shared,
            TransactionTemplate transaction) {
        this.evidence = evidence;
        this.origins = origins;
        this.organisation = organisation;
        this.shared = shared;
        this.transaction = transaction;
    }

    /**
     * Stores the message and what it tells. A message that cannot be read is kept all the same.
     *
     * @param message RFC 5322, at most 25 MiB
     */
    public Origin add(String incidentId, byte[] message, String actor) {
        OriginReport report = OriginReader.read(message, organisation.networks(), shared.relays());
        return Objects.requireNonNull(transaction.execute(status -> {
            Evidence kept = evidence.put(incidentId, "message/rfc822", message, actor);
            return origins.add(incidentId, kept.id(), report);
        }));
    }
}

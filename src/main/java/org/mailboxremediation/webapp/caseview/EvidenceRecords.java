package org.mailboxremediation.webapp.caseview;

import java.util.List;
import org.mailboxremediation.block.Origin;
import org.mailboxremediation.block.Origins;
import org.mailboxremediation.event.CaseEvent;
import org.mailboxremediation.event.EventChain;
import org.mailboxremediation.evidence.Evidence;
import org.mailboxremediation.evidence.EvidenceStore;
import org.springframework.stereotype.Component;

/** The evidence of a case, each piece with what the chain says of it: scans, malware found in it, origins. */
@Component
final class EvidenceRecords {

    private final EvidenceStore evidence;
    private final Origins origins;
    private final EventChain chain;

    EvidenceRecords(EvidenceStore evidence, Origins origins, EventChain chain) {
        this.evidence = evidence;
        this.origins = origins;
        this.chain = chain;
    }

    Page<EvidenceRecord> of(String incidentId, PageQuery query) {
        Page<Evidence> page = Page.of(evidence.of(incidentId), query);
        List<CaseEvent> events = page.items().isEmpty() ? List.of() : chain.of(incidentId);
        List<Origin> traced = origins.of(incidentId);
        List<EvidenceRecord> records = page.items().stream()
                .map(piece -> EvidenceRecord.of(piece, traced, events))
                .toList();
        return new Page<>(records, page.page(), page.size(), page.total());
    }
}

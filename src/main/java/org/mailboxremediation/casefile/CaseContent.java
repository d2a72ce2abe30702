package org.mailboxremediation.casefile;

import java.util.List;
import java.util.SortedMap;
import org.mailboxremediation.event.CaseEvent;
import org.mailboxremediation.event.Checkpoint;

/**
 * What a case file tells, but for the evidence, which may be large.
 *
 * @param caseId whose
 * @param incident the case as programs read it, in JSON
 * @param events its chain
 * @param checkpoints its signed ends
 * @param models the models by their names in the archive
 */
record CaseContent(
        String caseId,
        String incident,
        List<CaseEvent> events,
        List<Checkpoint> checkpoints,
        SortedMap<String, byte[]> models) {

    CaseContent {
        events = List.copyOf(events);
        checkpoints = List.copyOf(checkpoints);
    }
}

package org.mailboxremediation.event;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Appends to many chains at once: a few batched statements, however many the cases are. */
@Component
final class EventBatch {

    private final EventTable table;
    private final ChainHeads heads;
    private final NextEvent next;
    private final Clock clock;

    EventBatch(EventTable table, ChainHeads heads, NextEvent next, Clock clock) {
        this.table = table;
        this.heads = heads;
        this.next = next;
        this.clock = clock;
    }

    List<CaseEvent> append(List<NewEvent> facts) {
        TreeSet<String> cases = new TreeSet<>();
        facts.forEach(fact -> cases.add(fact.caseId()));
        Map<String, ChainHeads.Head> known = heads.lock(cases);
        Map<String, ChainHeads.Head> ends = new HashMap<>(known);
        List<CaseEvent> events = new ArrayList<>();
        for (NewEvent fact : facts) {
            ChainHeads.Head end = ends.getOrDefault(fact.caseId(), ChainHeads.NONE);
            CaseEvent event = next.after(end, fact, now());
            ends.put(fact.caseId(), new ChainHeads.Head(event.sequence(), event.hash()));
            events.add(event);
        }
        table.insert(events);
        heads.moveAll(ends, known.keySet());
        return events;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

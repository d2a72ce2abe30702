package org.mailboxremediation.event;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Appends to many chains at once: a few batched statements, however many the cases are. */
@Component
final class EventBatch {

    private final JdbcTemplate jdbc;
    private final ChainHeads heads;
    private final Clock clock;

    EventBatch(DataSource dataSource, ChainHeads heads, Clock clock) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.heads = heads;
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
            CaseEvent event = EventChain.next(end, fact, now());
            ends.put(fact.caseId(), new ChainHeads.Head(event.sequence(), event.hash()));
            events.add(event);
        }
        insert(events);
        heads.moveAll(ends, known.keySet());
        return events;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void insert(List<CaseEvent> events) {
        jdbc.batchUpdate(
                "insert into case_event (case_id, sequence, at, actor, type, payload, previous, hash)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                events.stream()
                        .map(event -> new Object[] {
                            event.caseId(),
                            event.sequence(),
                            event.at().toString(),
                            event.actor(),
                            event.type(),
                            CanonicalJson.write(event.payload()),
                            event.previous(),
                            event.hash()
                        })
                        .toList());
    }
}

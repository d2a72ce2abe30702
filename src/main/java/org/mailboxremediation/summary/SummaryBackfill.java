package org.mailboxremediation.summary;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mailboxremediation.event.EventChain;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the summaries that are missing: those of the cases from before there were any. */
@Component
final class SummaryBackfill {

    private static final int AT_ONCE = 200;

    private final JdbcClient jdbc;
    private final SummaryTable table;
    private final EventChain events;
    private final TransactionTemplate transaction;

    SummaryBackfill(JdbcClient jdbc, SummaryTable table, EventChain events, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.table = table;
        this.events = events;
        this.transaction = transaction;
    }

    /** Leaves those that are there; safe to run on several nodes, one of which then does the work. */
    @EventListener(ApplicationReadyEvent.class)
    void fill() {
        List<String> next;
        do {
            next = missing();
            next.forEach(id -> transaction.executeWithoutResult(status -> make(id)));
        } while (next.size() == AT_ONCE);
    }

    private List<String> missing() {
        return jdbc.sql("select i.id from incident i where not exists"
                        + " (select 1 from case_summary s where s.incident_id = i.id) order by i.id limit :most")
                .param("most", AT_ONCE)
                .query(String.class)
                .list();
    }

    private void make(String id) {
        events.lock(id);
        if (present(id)) {
            return;
        }
        table.refresh(Set.of(id));
        table.index(Map.of(id, mailbox(id)));
        Map<String, Set<String>> workers = new HashMap<>();
        events.of(id).stream()
                .filter(CaseSummaries::isWork)
                .forEach(event ->
                        workers.computeIfAbsent(id, any -> new HashSet<>()).add(event.actor()));
        table.work(workers);
    }

    private boolean present(String id) {
        return !jdbc.sql("select incident_id from case_summary where incident_id = :id")
                .param("id", id)
                .query(String.class)
                .list()
                .isEmpty();
    }

    private String mailbox(String id) {
        return jdbc.sql("select mailbox from incident where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }
}

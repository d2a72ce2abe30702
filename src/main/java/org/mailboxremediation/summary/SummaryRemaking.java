package org.mailboxremediation.summary;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mailboxremediation.event.CaseEvent;
import org.mailboxremediation.event.EventChain;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes summaries from what is stored: those that are missing, and one at a time when asked to. */
@Component
public final class SummaryRemaking {

    private static final int AT_ONCE = 200;

    private final JdbcClient jdbc;
    private final SummaryTable table;
    private final EventChain events;
    private final TransactionTemplate transaction;

    SummaryRemaking(JdbcClient jdbc, SummaryTable table, EventChain events, TransactionTemplate transaction) {
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
        if (!present(id)) {
            remake(id);
        }
    }

    /**
     * Makes all that is derived of a case anew from its facts and its chain, in the caller's transaction: what was taken out
     * of them is gone here, too.
     */
    public void remake(String incidentId) {
        events.lock(incidentId);
        table.refresh(Set.of(incidentId));
        table.unindex(incidentId);
        table.index(Map.of(incidentId, mailbox(incidentId)));
        Set<String> workers = events.of(incidentId).stream()
                .filter(CaseSummaries::isWork)
                .map(CaseEvent::actor)
                .collect(Collectors.toSet());
        table.work(Map.of(incidentId, workers));
    }

    private boolean present(String id) {
        return jdbc.sql("select count(*) from case_summary where incident_id = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private String mailbox(String id) {
        return jdbc.sql("select mailbox from incident where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }
}

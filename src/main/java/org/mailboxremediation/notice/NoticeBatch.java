package org.mailboxremediation.notice;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.mailboxremediation.event.CaseEvent;
import org.mailboxremediation.event.EventChain;
import org.mailboxremediation.event.NewEvent;
import org.mailboxremediation.incident.Times;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Settles notices of many cases at once, in a few batched statements and the caller's transaction. */
@Component
final class NoticeBatch {

    private static final String SETTLE =
            "update notice set status = ?, reason = ?, settled_at = ?" + " where id = ? and status = 'QUEUED'";

    private final JdbcTemplate batches;
    private final EventChain chain;
    private final Clock clock;

    NoticeBatch(DataSource dataSource, EventChain chain, Clock clock) {
        this.batches = new JdbcTemplate(dataSource);
        this.chain = chain;
        this.clock = clock;
    }

    /**
     * Settles those that are still queued, each with its event; one that is not stays as it is. The cases are locked in the
     * order of their ids, as all do who work on several.
     */
    void settle(List<Verdict> verdicts) {
        chain.lockAll(verdicts.stream().map(Verdict::incidentId).toList());
        verdicts.forEach(verdict -> NoticeTable.forget(verdict.incidentId()));
        List<Notice> settled = verdicts.stream().map(this::settled).toList();
        int[] changed = batches.batchUpdate(
                SETTLE, settled.stream().map(NoticeBatch::row).toList());
        List<NewEvent> facts = new ArrayList<>();
        for (int i = 0; i < changed.length; i++) {
            if (changed[i] == 1) {
                facts.add(NoticeEvent.of(settled.get(i), CaseEvent.SYSTEM));
            }
        }
        chain.appendAll(facts);
    }

    private Notice settled(Verdict verdict) {
        Notice queued = verdict.notice();
        return queued.settled(queued.channel(), verdict.status(), verdict.reason(), Times.now(clock));
    }

    private static Object[] row(Notice settled) {
        return new Object[] {
            settled.status().name(), settled.reason(), Times.sqlOrNull(settled.settledAt()), settled.id()
        };
    }
}

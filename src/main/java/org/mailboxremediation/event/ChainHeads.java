package org.mailboxremediation.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The last link of each chain, which is also the lock on its case. */
@Component
final class ChainHeads {

    /** The end of a chain that has not begun. */
    static final Head NONE = new Head(0, ChainHash.ORIGIN);

    private static final TransactionMemory<Head> HELD = new TransactionMemory<>();

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final TransactionTemplate savepoint;

    ChainHeads(JdbcClient jdbc, DataSource dataSource, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.batches = new JdbcTemplate(dataSource);
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    record Head(long sequence, String hash) {}

    /** The chain's end, locked until the transaction ends. Who has the lock need not read it again. */
    Head lock(String caseId) {
        Map<String, Head> mine = HELD.ofTransaction();
        Head known = mine.get(caseId);
        if (known != null) {
            return known;
        }
        Head head = locked(caseId).orElseGet(() -> {
            begin(caseId);
            return locked(caseId).orElseThrow();
        });
        mine.put(caseId, head);
        return head;
    }

    /** Whether the transaction that runs has the lock. */
    boolean holds(String caseId) {
        return HELD.ofTransaction().containsKey(caseId);
    }

    /** The ends of those chains that have begun, locked until the transaction ends. */
    Map<String, Head> lock(SortedSet<String> caseIds) {
        return jdbc
                .sql("select case_id, sequence, hash from chain_head where case_id in (:ids) order by case_id"
                        + " for update")
                .param("ids", caseIds)
                .query((row, n) ->
                        Map.entry(row.getString("case_id"), new Head(row.getLong("sequence"), row.getString("hash"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Writes the new ends: those {@code begun} are moved, the others begin. */
    void moveAll(Map<String, Head> ends, Set<String> begun) {
        HELD.ofTransaction().putAll(ends);
        List<Object[]> moved = new ArrayList<>();
        List<Object[]> fresh = new ArrayList<>();
        ends.forEach((id, head) ->
                (begun.contains(id) ? moved : fresh).add(new Object[] {head.sequence(), head.hash(), id}));
        if (!moved.isEmpty()) {
            batches.batchUpdate("update chain_head set sequence = ?, hash = ? where case_id = ?", moved);
        }
        if (!fresh.isEmpty()) {
            batches.batchUpdate("insert into chain_head (sequence, hash, case_id) values (?, ?, ?)", fresh);
        }
    }

    void advance(CaseEvent event) {
        jdbc.sql("update chain_head set sequence = :sequence, hash = :hash where case_id = :id")
                .param("sequence", event.sequence())
                .param("hash", event.hash())
                .param("id", event.caseId())
                .update();
        HELD.ofTransaction().put(event.caseId(), new Head(event.sequence(), event.hash()));
    }

    Optional<Head> find(String caseId) {
        return jdbc.sql("select sequence, hash from chain_head where case_id = :id")
                .param("id", caseId)
                .query((row, n) -> new Head(row.getLong("sequence"), row.getString("hash")))
                .optional();
    }

    private Optional<Head> locked(String caseId) {
        return jdbc.sql("select sequence, hash from chain_head where case_id = :id for update")
                .param("id", caseId)
                .query((row, n) -> new Head(row.getLong("sequence"), row.getString("hash")))
                .optional();
    }

    private void begin(String caseId) {
        try {
            savepoint.executeWithoutResult(status -> insert(caseId));
        } catch (DuplicateKeyException another) {
            // Another writer began the chain first and has committed: its head is read next.
            return;
        }
    }

    private void insert(String caseId) {
        jdbc.sql("insert into chain_head (case_id, sequence, hash) values (:id, 0, :hash)")
                .param("id", caseId)
                .param("hash", ChainHash.ORIGIN)
                .update();
    }
}

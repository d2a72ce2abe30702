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
    /** Chains that the transaction begins, and that nobody else can know of: their row is written with their first event. */
    private static final TransactionMemory<Boolean> FRESH = new TransactionMemory<>();

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final TransactionTemplate savepoint;

    ChainHeads(JdbcClient jdbc, DataSource dataSource, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.batches = new JdbcTemplate(dataSource);
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    record Head(long sequence, String hash) {

        static Head of(CaseEvent event) {
            return new Head(event.sequence(), event.hash());
        }
    }

    /** The chain's end, locked until the transaction ends. Who has the lock need not read it again. */
    Head lock(String caseId) {
        Map<String, Head> mine = HELD.ofTransaction();
        Head known = mine.get(caseId);
        if (known != null) {
            return known;
        }
        Head head = locked(caseId).orElseGet(() -> {
            beginNow(caseId);
            return locked(caseId).orElseThrow();
        });
        mine.put(caseId, head);
        return head;
    }

    /** The cases whose lock the transaction that runs has. */
    static Set<String> held() {
        return HELD.ofTransaction().keySet();
    }

    /**
     * Locks the chains that have begun, in the one order in which nobody waits for another who waits for them.
     *
     * @return those that have not
     */
    List<String> lockAll(SortedSet<String> caseIds) {
        Map<String, Head> mine = HELD.ofTransaction();
        List<String> wanted =
                caseIds.stream().filter(id -> !mine.containsKey(id)).toList();
        if (wanted.isEmpty()) {
            return List.of();
        }
        mine.putAll(locked(wanted));
        return wanted.stream().filter(id -> !mine.containsKey(id)).toList();
    }

    /** Begins a chain that nobody else can know of, with its first event. */
    void begin(String caseId) {
        FRESH.ofTransaction().put(caseId, true);
        HELD.ofTransaction().put(caseId, NONE);
    }

    /** From here on the event is the end of its chain, for the transaction that runs. */
    void advance(CaseEvent event) {
        HELD.ofTransaction().put(event.caseId(), Head.of(event));
    }

    /** Writes the new ends of chains that the transaction has locked; those that have no end yet begin with it. */
    void write(Map<String, Head> ends) {
        List<Object[]> moved = new ArrayList<>();
        List<Object[]> fresh = new ArrayList<>();
        ends.forEach((id, head) -> (FRESH.ofTransaction().remove(id) == null ? moved : fresh)
                .add(new Object[] {head.sequence(), head.hash(), id}));
        int[] written = write("update chain_head set sequence = ?, hash = ? where case_id = ?", moved);
        for (int index = 0; index < written.length; index++) {
            if (written[index] == 0) {
                fresh.add(moved.get(index));
            }
        }
        write("insert into chain_head (sequence, hash, case_id) values (?, ?, ?)", fresh);
    }

    private int[] write(String sql, List<Object[]> rows) {
        return rows.isEmpty() ? new int[0] : batches.batchUpdate(sql, rows);
    }

    Optional<Head> find(String caseId) {
        return jdbc.sql("select sequence, hash from chain_head where case_id = :id")
                .param("id", caseId)
                .query((row, n) -> new Head(row.getLong("sequence"), row.getString("hash")))
                .optional();
    }

    private Optional<Head> locked(String caseId) {
        return Optional.ofNullable(locked(List.of(caseId)).get(caseId));
    }

    private Map<String, Head> locked(List<String> caseIds) {
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

    private void beginNow(String caseId) {
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

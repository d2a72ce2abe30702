package org.mailboxremediation.event;

import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The last link of each chain, which is also the lock on its case. */
@Component
final class ChainHeads {

    private final JdbcClient jdbc;
    private final TransactionTemplate savepoint;

    ChainHeads(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    record Head(long sequence, String hash) {}

    /** The chain's end, locked until the transaction ends. */
    Head lock(String caseId) {
        return locked(caseId).orElseGet(() -> {
            begin(caseId);
            return locked(caseId).orElseThrow();
        });
    }

    void advance(CaseEvent event) {
        jdbc.sql("update chain_head set sequence = :sequence, hash = :hash where case_id = :id")
                .param("sequence", event.sequence())
                .param("hash", event.hash())
                .param("id", event.caseId())
                .update();
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

package org.mailboxremediation.event;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code chain_checkpoint}. */
@Component
final class CheckpointTable {

    private final JdbcClient jdbc;

    CheckpointTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The ends of chains that grew since they were last signed. */
    Map<String, ChainHeads.Head> unsigned(int atMost) {
        return jdbc
                .sql(
                        "select case_id, sequence, hash from chain_head h where sequence > coalesce((select max(c.sequence)"
                                + " from chain_checkpoint c where c.case_id = h.case_id), 0) order by case_id limit :most")
                .param("most", atMost)
                .query((row, n) -> Map.entry(
                        row.getString("case_id"), new ChainHeads.Head(row.getLong("sequence"), row.getString("hash"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Does nothing where another node was faster. */
    void insert(Checkpoint checkpoint) {
        jdbc.sql("insert into chain_checkpoint (case_id, sequence, hash, at, key_id, signature)"
                        + " select :id, :sequence, :hash, :at, :key, :signature where not exists (select 1 from"
                        + " chain_checkpoint where case_id = :id and sequence = :sequence)")
                .param("id", checkpoint.caseId())
                .param("sequence", checkpoint.sequence())
                .param("hash", checkpoint.hash())
                .param("at", Timestamp.from(checkpoint.at()))
                .param("key", checkpoint.key())
                .param("signature", checkpoint.signature())
                .update();
    }

    List<Checkpoint> of(String caseId) {
        return jdbc.sql("select * from chain_checkpoint where case_id = :id order by sequence")
                .param("id", caseId)
                .query((row, n) -> checkpoint(row))
                .list();
    }

    List<Checkpoint> between(Instant after, Instant until, int skip, int atMost) {
        return jdbc.sql(
                        "select * from chain_checkpoint where at > :after and at <= :until order by at, case_id, sequence"
                                + " limit :most offset :skip")
                .param("after", Timestamp.from(after))
                .param("until", Timestamp.from(until))
                .param("most", atMost)
                .param("skip", skip)
                .query((row, n) -> checkpoint(row))
                .list();
    }

    List<Checkpoint> unpublished(int atMost) {
        return jdbc.sql("select * from chain_checkpoint where published_at is null order by at, case_id limit :most")
                .param("most", atMost)
                .query((row, n) -> checkpoint(row))
                .list();
    }

    void published(List<Checkpoint> checkpoints, Timestamp at) {
        checkpoints.forEach(checkpoint -> jdbc.sql("update chain_checkpoint set published_at = :at"
                        + " where case_id = :id and sequence = :sequence")
                .param("at", at)
                .param("id", checkpoint.caseId())
                .param("sequence", checkpoint.sequence())
                .update());
    }

    private static Checkpoint checkpoint(ResultSet row) throws SQLException {
        return new Checkpoint(
                row.getString("case_id"),
                row.getLong("sequence"),
                row.getString("hash"),
                row.getTimestamp("at").toInstant(),
                row.getString("key_id"),
                row.getString("signature"));
    }
}

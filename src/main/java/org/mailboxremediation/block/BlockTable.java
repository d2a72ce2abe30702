package org.mailboxremediation.block;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.incident.Times;
import org.mailboxremediation.mailbox.BlockListKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code block_entry}. */
@Component
final class BlockTable {

    private final JdbcClient jdbc;

    BlockTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Block> of(String incidentId) {
        return jdbc.sql("select * from block_entry where incident_id = :incident order by proposed_at, kind, entry")
                .param("incident", incidentId)
                .query((row, n) -> block(row))
                .list();
    }

    List<Block> in(BlockState state) {
        return jdbc.sql("select * from block_entry where state = :state order by proposed_at, id")
                .param("state", state.name())
                .query((row, n) -> block(row))
                .list();
    }

    /** Those of other cases that hold the same entry on the same domain's list. */
    List<Block> twins(Block block, String domain, BlockState state) {
        return jdbc.sql("select b.* from block_entry b join incident i on i.id = b.incident_id"
                        + " where b.entry = :entry and b.kind = :kind and b.state = :state"
                        + " and b.incident_id <> :incident and i.mailbox like :domain")
                .param("entry", block.entry())
                .param("kind", block.kind().name())
                .param("state", state.name())
                .param("incident", block.incidentId())
                .param("domain", "%@" + domain)
                .query((row, n) -> block(row))
                .list();
    }

    Block get(String id) {
        return jdbc.sql("select * from block_entry where id = :id")
                .param("id", id)
                .query((row, n) -> block(row))
                .optional()
                .orElseThrow(() -> new NoSuchElementException("no such block"));
    }

    Optional<Block> find(String incidentId, String entry, BlockLevel level) {
        return jdbc.sql("select * from block_entry"
                        + " where incident_id = :incident and entry = :entry and level = :level")
                .param("incident", incidentId)
                .param("entry", entry)
                .param("level", level.name())
                .query((row, n) -> block(row))
                .optional();
    }

    void insert(Block block) {
        jdbc.sql("insert into block_entry (id, incident_id, entry, kind, level, state, caution, proposed_at)"
                        + " values (:id, :incident, :entry, :kind, :level, :state, :caution, :proposed)")
                .param("id", block.id())
                .param("incident", block.incidentId())
                .param("entry", block.entry())
                .param("kind", block.kind().name())
                .param("level", block.level().name())
                .param("state", block.state().name())
                .param("caution", block.caution())
                .param("proposed", Times.sql(block.proposedAt()))
                .update();
    }

    void decide(String id, BlockState state, @Nullable String reason, String actor) {
        jdbc.sql("update block_entry set state = :state, reason = :reason, decided_by = :actor where id = :id")
                .param("state", state.name())
                .param("reason", reason)
                .param("actor", actor)
                .param("id", id)
                .update();
    }

    /**
     * Writes what the provider's list showed, if the entry still stands as it did.
     *
     * @return false if a person decided otherwise meanwhile
     */
    boolean settle(Block block, BlockState state, @Nullable String caution, Instant at, @Nullable Instant expires) {
        return jdbc.sql("update block_entry set state = :state, caution = :caution, settled_at = :at,"
                                + " expires_at = :expires where id = :id and state = :old")
                        .param("state", state.name())
                        .param("caution", caution)
                        .param("at", Times.sql(at))
                        .param("expires", Times.sqlOrNull(expires))
                        .param("id", block.id())
                        .param("old", block.state().name())
                        .update()
                == 1;
    }

    private static Block block(ResultSet row) throws SQLException {
        return new Block(
                row.getString("id"),
                row.getString("incident_id"),
                row.getString("entry"),
                BlockListKind.valueOf(row.getString("kind")),
                BlockLevel.valueOf(row.getString("level")),
                BlockState.valueOf(row.getString("state")),
                row.getString("caution"),
                row.getString("reason"),
                row.getString("decided_by"),
                Times.read(row, "proposed_at"),
                Times.readOrNull(row, "settled_at"),
                Times.readOrNull(row, "expires_at"));
    }
}

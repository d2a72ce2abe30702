package org.mailboxremediation.block;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.incident.MailboxAddress;
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

    /** Those of other cases that hold the same entry on the same list. */
    List<Block> twins(Block block, MailboxAddress mailbox, BlockState state) {
        boolean whole = block.level() == BlockLevel.DOMAIN;
        return jdbc.sql("select b.* from block_entry b join incident i on i.id = b.incident_id"
                        + " where b.entry = :entry and b.kind = :kind and b.state = :state and b.level = :level"
                        + " and b.incident_id <> :incident and "
                        + (whole ? "i.mailbox like :scope" : "i.mailbox = :scope"))
                .param("level", block.level().name())
                .param("entry", block.entry())
                .param("kind", block.kind().name())
                .param("state", state.name())
                .param("incident", block.incidentId())
                .param("scope", whole ? "%@" + mailbox.domain() : mailbox.asString())
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

    Optional<Block> find(String incidentId, String entry) {
        return jdbc.sql("select * from block_entry where incident_id = :incident and entry = :entry")
                .param("incident", incidentId)
                .param("entry", entry)
                .query((row, n) -> block(row))
                .optional();
    }

    void insert(Block block) {
        jdbc.sql("insert into block_entry (id, incident_id, entry, kind, level, state, caution, proposed_at,"
                        + " why, confidence, would_hit, by_hand) values (:id, :incident, :entry, :kind, :level, :state,"
                        + " :caution, :proposed, :why, :confidence, :hit, :hand)")
                .param("id", block.id())
                .param("incident", block.incidentId())
                .param("entry", block.entry())
                .param("kind", block.kind().name())
                .param("level", block.level().name())
                .param("state", block.state().name())
                .param("caution", block.caution())
                .param("proposed", Times.sql(block.proposedAt()))
                .param("why", block.grounds().why())
                .param("confidence", block.grounds().confidence().name())
                .param("hit", block.grounds().wouldHit())
                .param("hand", block.byHand())
                .update();
    }

    void setLevel(String id, BlockLevel level) {
        jdbc.sql("update block_entry set level = :level where id = :id")
                .param("level", level.name())
                .param("id", id)
                .update();
    }

    /** Notes what the list showed before it was changed for the first time; later calls change nothing. */
    void noteStoodBefore(String id, boolean stood) {
        jdbc.sql("update block_entry set stood_before = :stood where id = :id and stood_before is null")
                .param("stood", stood)
                .param("id", id)
                .update();
    }

    /** Those in force whose review is due and was not asked for. */
    List<Block> toReview(Instant now) {
        return jdbc.sql(
                        "select * from block_entry where state = :state and review_at <= :now and review_asked_at is null"
                                + " order by review_at, id")
                .param("state", BlockState.IN_FORCE.name())
                .param("now", Times.sql(now))
                .query((row, n) -> block(row))
                .list();
    }

    /**
     * Notes that the administrators were asked.
     *
     * @return false if they were before, or it is in force no more
     */
    boolean reviewAsked(String id, Instant at) {
        return jdbc.sql("update block_entry set review_asked_at = :at where id = :id and review_asked_at is null"
                                + " and state = :state and review_at <= :at")
                        .param("at", Times.sql(at))
                        .param("id", id)
                        .param("state", BlockState.IN_FORCE.name())
                        .update()
                == 1;
    }

    void extend(String id, Instant review, Instant expires) {
        jdbc.sql("update block_entry set review_at = :review, expires_at = :expires, review_asked_at = null"
                        + " where id = :id")
                .param("review", Times.sql(review))
                .param("expires", Times.sql(expires))
                .param("id", id)
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
                Times.readOrNull(row, "expires_at"),
                Times.readOrNull(row, "review_at"),
                grounds(row),
                row.getBoolean("by_hand"),
                row.getObject("stood_before", Boolean.class));
    }

    private static Grounds grounds(ResultSet row) throws SQLException {
        String why = row.getString("why");
        return why == null
                ? Grounds.OLD
                : new Grounds(why, Confidence.valueOf(row.getString("confidence")), row.getString("would_hit"));
    }
}

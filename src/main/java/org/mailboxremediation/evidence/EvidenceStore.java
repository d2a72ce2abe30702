package org.mailboxremediation.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mailboxremediation.event.EventChain;
import org.mailboxremediation.event.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps evidence by its content's hash, untouched, each piece once a case. */
@Component
public final class EvidenceStore {

    /** The largest piece: 25 MiB. */
    public static final int MAX_SIZE = 25 * 1024 * 1024;

    private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z0-9.+-]{1,48}/[a-z0-9.+-]{1,48}");
    private static final String COLUMNS = "select id, incident_id, media_type, size, added_by, added_at from evidence";

    private final JdbcClient jdbc;
    private final EventChain chain;
    private final Clock clock;

    EvidenceStore(JdbcClient jdbc, EventChain chain, Clock clock) {
        this.jdbc = jdbc;
        this.chain = chain;
        this.clock = clock;
    }

    /**
     * Adds a piece to the case, in the caller's transaction; one that is there already is only found again.
     *
     * @param mediaType {@code type/subtype} in lower case, without parameters
     * @param content at most 25 MiB
     * @param actor the user who brings it
     * @throws IllegalArgumentException if the content is larger, or the media type is none
     */
    public Evidence put(String incidentId, String mediaType, byte[] content, String actor) {
        if (content.length > MAX_SIZE || !MEDIA_TYPE.matcher(mediaType).matches()) {
            throw new IllegalArgumentException("evidence has at most 25 MiB and a media type");
        }
        chain.lock(incidentId);
        String id = Sha256.hex(content);
        return find(incidentId, id)
                .orElseGet(() -> add(new Evidence(id, incidentId, mediaType, content.length, actor, now()), content));
    }

    /** The content as it was given. */
    public Optional<byte[]> content(String incidentId, String id) {
        return jdbc.sql("select content from evidence where incident_id = :incident and id = :id")
                .param("incident", incidentId)
                .param("id", id)
                .query((row, n) -> row.getBytes("content"))
                .optional();
    }

    /** The piece without its content. */
    public Optional<Evidence> find(String incidentId, String id) {
        return jdbc.sql(COLUMNS + " where incident_id = :incident and id = :id")
                .param("incident", incidentId)
                .param("id", id)
                .query((row, n) -> evidence(row))
                .optional();
    }

    /** All pieces of the case, oldest first. */
    public List<Evidence> of(String incidentId) {
        return jdbc.sql(COLUMNS + " where incident_id = :incident order by added_at, id")
                .param("incident", incidentId)
                .query((row, n) -> evidence(row))
                .list();
    }

    private Evidence add(Evidence piece, byte[] content) {
        jdbc.sql("insert into evidence (id, incident_id, media_type, size, content, added_by, added_at)"
                        + " values (:id, :incident, :type, :size, :content, :actor, :at)")
                .param("id", piece.id())
                .param("incident", piece.incidentId())
                .param("type", piece.mediaType())
                .param("size", piece.size())
                .param("content", content)
                .param("actor", piece.addedBy())
                .param("at", Timestamp.from(piece.addedAt()))
                .update();
        chain.append(
                piece.incidentId(),
                piece.addedBy(),
                "EvidenceAdded",
                Map.of("evidenceId", piece.id(), "mediaType", piece.mediaType(), "size", piece.size()));
        return piece;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Evidence evidence(ResultSet row) throws SQLException {
        return new Evidence(
                row.getString("id"),
                row.getString("incident_id"),
                row.getString("media_type"),
                row.getLong("size"),
                row.getString("added_by"),
                row.getTimestamp("added_at").toInstant());
    }
}

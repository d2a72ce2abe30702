package org.mailboxremediation.credential;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.mailboxremediation.incident.Times;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of password_change. */
@Component
final class PasswordChangeRows {

    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ObjectMapper json;

    PasswordChangeRows(JdbcClient jdbc, DataSource dataSource, ObjectMapper json) {
        this.jdbc = jdbc;
        this.batches = new JdbcTemplate(dataSource);
        this.json = json;
    }

    Optional<PasswordChange> find(String id) {
        return jdbc.sql("select * from password_change where id = :id")
                .param("id", id)
                .query((row, n) -> change(row))
                .optional();
    }

    List<PasswordChange> of(Collection<String> incidentIds) {
        return jdbc.sql("select * from password_change where incident_id in (:ids) order by epoch")
                .param("ids", incidentIds)
                .query((row, n) -> change(row))
                .list();
    }

    void insert(PasswordChange change) {
        jdbc.sql("insert into password_change (id, incident_id, epoch, cause, blocks, requested_at, verification,"
                        + " verified_by) values (:id, :incident, :epoch, :cause, :blocks, :at, :verification, :by)")
                .param("id", change.id())
                .param("incident", change.incidentId())
                .param("epoch", change.epoch())
                .param("cause", change.cause().name())
                .param("blocks", change.blocks())
                .param("at", Times.sql(change.requestedAt()))
                .param("verification", change.verification().name())
                .param("by", write(change.verifiedBy()))
                .update();
    }

    void sealed(String id, String credentialId) {
        jdbc.sql("update password_change set credential_id = :credential where id = :id")
                .param("credential", credentialId)
                .param("id", id)
                .update();
    }

    /** Keeps the first time of each: answers those that had none yet. */
    List<Map.Entry<PasswordChange, Instant>> set(List<Map.Entry<PasswordChange, Instant>> times) {
        int[] written = batches.batchUpdate(
                "update password_change set set_at = ? where id = ? and set_at is null",
                times.stream()
                        .map(set -> new Object[] {
                            Times.sql(set.getValue()), set.getKey().id()
                        })
                        .toList());
        return IntStream.range(0, written.length)
                .filter(place -> written[place] == 1)
                .mapToObj(times::get)
                .toList();
    }

    void setAgain(String id, Instant at) {
        jdbc.sql("update password_change set set_at = :at where id = :id")
                .param("at", Times.sql(at))
                .param("id", id)
                .update();
    }

    void settle(String id, Verification verification, List<String> verifiedBy, Instant at) {
        jdbc.sql("update password_change set verification = :verification, verified_by = :by, settled_at = :at"
                        + " where id = :id")
                .param("verification", verification.name())
                .param("by", write(verifiedBy))
                .param("at", Times.sql(at))
                .param("id", id)
                .update();
    }

    private PasswordChange change(ResultSet row) throws SQLException {
        return new PasswordChange(
                row.getString("id"),
                row.getString("incident_id"),
                row.getInt("epoch"),
                ChangeCause.valueOf(row.getString("cause")),
                row.getBoolean("blocks"),
                Times.read(row, "requested_at"),
                Times.readOrNull(row, "set_at"),
                Times.readOrNull(row, "settled_at"),
                Verification.valueOf(row.getString("verification")),
                read(row.getString("verified_by")),
                row.getString("credential_id"));
    }

    private String write(List<String> texts) {
        try {
            return json.writeValueAsString(texts);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a list of texts can be written");
        }
    }

    private List<String> read(String text) {
        try {
            return json.readValue(text, TEXTS);
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("a stored list of texts cannot be read");
        }
    }
}

package org.mailboxremediation.credential;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.incident.Times;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of sealed_credential. */
@Component
final class CredentialRows {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    CredentialRows(JdbcClient jdbc, DataSource dataSource) {
        this.jdbc = jdbc;
        this.batches = new JdbcTemplate(dataSource);
    }

    /** A row with what opens it; no seal once the secret was destroyed. */
    record Row(
            SealedCredential credential,
            String mailbox,
            @Nullable Sealed sealed) {

        String belongsTo() {
            return CredentialRows.belongsTo(credential.id(), credential.changeId(), mailbox);
        }
    }

    static String belongsTo(String id, String changeId, String mailbox) {
        return id + "|" + changeId + "|" + mailbox;
    }

    Optional<Row> find(String id) {
        return jdbc.sql("select * from sealed_credential where id = :id")
                .param("id", id)
                .query((row, n) -> row(row))
                .optional();
    }

    Optional<Row> ofChange(String changeId) {
        return ofChanges(List.of(changeId)).stream().findFirst();
    }

    /** Each change has one at most. */
    List<Row> ofChanges(Collection<String> changeIds) {
        return jdbc.sql("select * from sealed_credential where change_id in (:ids)")
                .param("ids", changeIds)
                .query((row, n) -> row(row))
                .list();
    }

    List<SealedCredential> of(Collection<String> incidentIds) {
        return jdbc.sql("select * from sealed_credential where incident_id in (:ids) order by sealed_at, id")
                .param("ids", incidentIds)
                .query((row, n) -> credential(row))
                .list();
    }

    List<String> expired(Instant now) {
        return jdbc.sql("select id from sealed_credential where destroyed_at is null and expires_at <= :now"
                        + " order by expires_at, id")
                .param("now", Times.sql(now))
                .query(String.class)
                .list();
    }

    void insert(List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        batches.batchUpdate(
                "insert into sealed_credential (id, incident_id, change_id, mailbox, key_id, nonce, cipher_text,"
                        + " sealed_at, expires_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows.stream().map(CredentialRows::values).toList());
    }

    private static Object[] values(Row row) {
        SealedCredential credential = row.credential();
        Sealed sealed = Objects.requireNonNull(row.sealed());
        return new Object[] {
            credential.id(),
            credential.incidentId(),
            credential.changeId(),
            row.mailbox(),
            sealed.keyId(),
            sealed.nonce(),
            sealed.cipherText(),
            Times.sql(credential.sealedAt()),
            Times.sql(credential.expiresAt())
        };
    }

    /** The live ones that another key sealed. */
    List<Row> notSealedWith(String keyId) {
        return jdbc.sql("select * from sealed_credential where destroyed_at is null and key_id <> :key order by id")
                .param("key", keyId)
                .query((row, n) -> row(row))
                .list();
    }

    /** Puts another seal in the place of the one it was made from, if that is still there. */
    boolean reseal(String id, Sealed from, Sealed to) {
        return jdbc.sql("update sealed_credential set key_id = :key, nonce = :nonce, cipher_text = :cipherText"
                                + " where id = :id and key_id = :from and cipher_text = :fromText")
                        .param("key", to.keyId())
                        .param("nonce", to.nonce())
                        .param("cipherText", to.cipherText())
                        .param("id", id)
                        .param("from", from.keyId())
                        .param("fromText", from.cipherText())
                        .update()
                == 1;
    }

    boolean offer(String id, Instant now) {
        return jdbc.sql("update sealed_credential set offered_at = :now"
                                + " where id = :id and offered_at is null and destroyed_at is null")
                        .param("now", Times.sql(now))
                        .param("id", id)
                        .update()
                == 1;
    }

    boolean reveal(String id, String actor, Instant now) {
        return jdbc.sql("update sealed_credential set revealed_at = :now, revealed_by = :actor, destroyed_at = :now,"
                                + " destroyed_why = 'REVEALED', nonce = null, cipher_text = null where id = :id"
                                + " and destroyed_at is null and offered_at is not null and expires_at > :now")
                        .param("now", Times.sql(now))
                        .param("actor", actor)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** A revealed one can still turn out lost; nothing else ends twice. */
    boolean destroy(String id, Destroyed why, Instant now) {
        return jdbc.sql("update sealed_credential set destroyed_at = :now, destroyed_why = :why, nonce = null,"
                                + " cipher_text = null where id = :id and (destroyed_at is null"
                                + " or (destroyed_why = 'REVEALED' and cast(:why as varchar) = 'LOST'))")
                        .param("now", Times.sql(now))
                        .param("why", why.name())
                        .param("id", id)
                        .update()
                == 1;
    }

    private static Row row(ResultSet row) throws SQLException {
        byte[] nonce = row.getBytes("nonce");
        byte[] cipherText = row.getBytes("cipher_text");
        return new Row(
                credential(row),
                row.getString("mailbox"),
                nonce == null || cipherText == null ? null : new Sealed(row.getString("key_id"), nonce, cipherText));
    }

    private static SealedCredential credential(ResultSet row) throws SQLException {
        String why = row.getString("destroyed_why");
        return new SealedCredential(
                row.getString("id"),
                row.getString("incident_id"),
                row.getString("change_id"),
                Times.read(row, "sealed_at"),
                Times.read(row, "expires_at"),
                Times.readOrNull(row, "offered_at"),
                Times.readOrNull(row, "revealed_at"),
                row.getString("revealed_by"),
                Times.readOrNull(row, "destroyed_at"),
                why == null ? null : Destroyed.valueOf(why));
    }
}

package org.mailboxremediation.credential;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.mailboxremediation.incident.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of credential_pin. */
@Component
final class PinRows {

    private final JdbcClient jdbc;

    PinRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest PIN of a credential; failures are counted over all of its PINs. */
    record Row(String issuedBy, Instant expiresAt, int failures, Sealed hash) {}

    Optional<Row> find(String credentialId) {
        return jdbc.sql("select * from credential_pin where credential_id = :id")
                .param("id", credentialId)
                .query((row, n) -> row(row))
                .optional();
    }

    void put(String credentialId, Row pin, Instant issuedAt) {
        jdbc.sql("delete from credential_pin where credential_id = :id")
                .param("id", credentialId)
                .update();
        jdbc.sql("insert into credential_pin (credential_id, issued_at, issued_by, expires_at, failures, key_id, nonce,"
                        + " cipher_text) values (:id, :at, :by, :expires, :failures, :key, :nonce, :cipherText)")
                .param("id", credentialId)
                .param("at", Times.sql(issuedAt))
                .param("by", pin.issuedBy())
                .param("expires", Times.sql(pin.expiresAt()))
                .param("failures", pin.failures())
                .param("key", pin.hash().keyId())
                .param("nonce", pin.hash().nonce())
                .param("cipherText", pin.hash().cipherText())
                .update();
    }

    void failed(String credentialId) {
        jdbc.sql("update credential_pin set failures = failures + 1 where credential_id = :id")
                .param("id", credentialId)
                .update();
    }

    void delete(String credentialId) {
        jdbc.sql("delete from credential_pin where credential_id = :id")
                .param("id", credentialId)
                .update();
    }

    private static Row row(ResultSet row) throws SQLException {
        Sealed hash = new Sealed(row.getString("key_id"), row.getBytes("nonce"), row.getBytes("cipher_text"));
        return new Row(row.getString("issued_by"), Times.read(row, "expires_at"), row.getInt("failures"), hash);
    }
}

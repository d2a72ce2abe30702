package org.mailboxremediation.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.CaseDatabase;
import org.mailboxremediation.database.DatabaseKind;
import org.mailboxremediation.incident.IncidentFixture;

@Tag(DatabaseKind.TAG)
class ResealingTest {

    private final CaseDatabase database = new CaseDatabase();
    private final CredentialFixture fixture = new CredentialFixture(database);
    private final PasswordChange change = fixture.request(
            new IncidentFixture(database).open(IncidentFixture.ALICE).id());
    private final Secret password = fixture.generator.generate(IncidentFixture.ALICE, "");
    private final String id = fixture.seal(change, password);
    private final SealingKey before = SealingKey.of(new byte[SealingKey.BYTES]);
    private final SealingKey after = SealingKey.of(newKey());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void livePasswordIsSealedAnewSoThatTheOldKeyCanGo() {
        start(after, before);
        assertThat(keyId()).isEqualTo(after.id());
        CredentialRows.Row row = fixture.rows.find(id).orElseThrow();
        Sealed sealed = Objects.requireNonNull(row.sealed());
        assertThat(seal(after).open(sealed, row.belongsTo()).reveal()).isEqualTo(password.reveal());
        start(after);
        assertThat(keyId()).isEqualTo(after.id());
    }

    @Test
    void passwordWhoseKeyIsMissingStaysAsItIsUntilTheKeyIsBack() {
        start(after);
        assertThat(keyId()).isEqualTo(before.id());
        CredentialRows.Row row = fixture.rows.find(id).orElseThrow();
        Sealed sealed = Objects.requireNonNull(row.sealed());
        assertThatThrownBy(() -> seal(after).open(sealed, row.belongsTo())).isInstanceOf(SealingKeyMissing.class);
        start(after, before);
        assertThat(keyId()).isEqualTo(after.id());
    }

    @Test
    void sealThatChangedMeanwhileIsLeftAlone() {
        Sealed stale = seal(after).close(password, "x");
        assertThat(fixture.rows.reseal(id, stale, stale)).isFalse();
        assertThat(keyId()).isEqualTo(before.id());
    }

    private void start(SealingKey newest, SealingKey... older) {
        new Resealing(fixture.rows, seal(newest, older)).afterSingletonsInstantiated();
    }

    private static Seal seal(SealingKey newest, SealingKey... older) {
        return new Seal(KeyRing.of(newest, List.of(older)), new SecureRandom());
    }

    private String keyId() {
        return database.jdbc
                .sql("select key_id from sealed_credential where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    private static byte[] newKey() {
        byte[] bytes = new byte[SealingKey.BYTES];
        bytes[0] = 1;
        return bytes;
    }
}

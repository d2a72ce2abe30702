package org.mailboxremediation.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

class SealingKeysTest {

    private static final String CONFIGURED = Base64.getEncoder().encodeToString(new byte[32]);

    @TempDir
    private Path directory = Path.of("");

    @Test
    void configuredKeyIsUsed() {
        assertThat(key(CONFIGURED, "production").id())
                .isEqualTo(SealingKey.of(new byte[32]).id())
                .matches("[0-9a-f]{8}");
    }

    @Test
    void productionWithoutAKeyNamesTheProperty() {
        assertThatThrownBy(() -> key(null, "production")).hasMessageContaining("remediation.credential.sealing-key");
    }

    @Test
    void malformedKeyIsRefusedAndNotQuoted() {
        for (String malformed : List.of("c2hvcnQ=", "not base64!")) {
            assertThatThrownBy(() -> key(malformed, "production"))
                    .hasMessageContaining("remediation.credential.sealing-key")
                    .hasMessageNotContaining(malformed);
        }
    }

    @Test
    void sandboxMakesAKeyOnceThatItsOwnerOnlyCanRead() throws IOException {
        String made = key(null, "sandbox").id();
        assertThat(key(null, "sandbox").id()).isEqualTo(made);
        Path file = directory.resolve("data").resolve("sealing-key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var files = Files.list(directory.resolve("data"))) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void olderKeysOpenAndNeverSeal() {
        byte[] before = new byte[32];
        before[0] = 1;
        KeyRing keys = keys(CONFIGURED, "production", Base64.getEncoder().encodeToString(before), " ");
        assertThat(keys.newest().id()).isEqualTo(SealingKey.of(new byte[32]).id());
        assertThat(keys.get(SealingKey.of(before).id()).id())
                .isEqualTo(SealingKey.of(before).id());
        assertThatThrownBy(() -> keys(CONFIGURED, "production", "c2hvcnQ="))
                .hasMessageContaining("remediation.credential.older-keys")
                .hasMessageNotContaining("c2hvcnQ=");
    }

    @Test
    void missingKeyIsNamedWithItsProperty() {
        assertThatThrownBy(() -> keys(CONFIGURED, "production").get("0123abcd"))
                .isInstanceOf(SealingKeyMissing.class)
                .hasMessageContaining("0123abcd")
                .hasMessageContaining("remediation.credential.older-keys");
    }

    @Test
    void sandboxKeyThatIsPutAsideIsAnOlderOne() throws IOException {
        String first = key(null, "sandbox").id();
        Path file = directory.resolve("data").resolve("sealing-key");
        Files.move(file, file.resolveSibling("sealing-key.1"));
        KeyRing keys = keys(null, "sandbox");
        assertThat(keys.newest().id()).isNotEqualTo(first);
        assertThat(keys.get(first).id()).isEqualTo(first);
    }

    @Test
    void keyPrintsNothingOfItself() {
        assertThat(properties(CONFIGURED).toString()).doesNotContain(CONFIGURED);
        assertThat(SealingKey.of(new byte[32]).toString()).hasSize("SealingKey[]".length() + 8);
    }

    private SealingKey key(@Nullable String configured, String profile) {
        return keys(configured, profile).newest();
    }

    private KeyRing keys(@Nullable String configured, String profile, String... older) {
        MockEnvironment environment = new MockEnvironment();
        environment.setActiveProfiles(profile);
        return new SealingKeys()
                .keyRing(
                        properties(configured, older),
                        environment,
                        new SecureRandom(),
                        directory.resolve("data").toString());
    }

    private static CredentialProperties properties(@Nullable String configured, String... older) {
        return new CredentialProperties(
                Duration.ofHours(24), configured, List.of(older), false, Duration.ofMinutes(10));
    }
}

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
    void keyPrintsNothingOfItself() {
        assertThat(new CredentialProperties(Duration.ofHours(1), CONFIGURED).toString())
                .doesNotContain(CONFIGURED);
        assertThat(SealingKey.of(new byte[32]).toString()).hasSize("SealingKey[]".length() + 8);
    }

    private SealingKey key(@Nullable String configured, String profile) {
        MockEnvironment environment = new MockEnvironment();
        environment.setActiveProfiles(profile);
        return new SealingKeys()
                .sealingKey(
                        new CredentialProperties(Duration.ofHours(24), configured),
                        environment,
                        new SecureRandom(),
                        directory.resolve("data").toString());
    }
}

package org.mailboxremediation.credential;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Where the sealing keys come from: the environment, or, in the sandbox only, files of their own. */
@Configuration(proxyBeanMethods = false)
class SealingKeys {

    private static final String PROPERTY = "remediation.credential.sealing-key";

    @Bean
    KeyRing keyRing(
            CredentialProperties properties,
            Environment environment,
            SecureRandom random,
            @Value("${remediation.data-dir:./data}") String dataDirectory) {
        String configured = properties.sealingKey();
        if (configured != null && !configured.isBlank()) {
            return KeyRing.of(decoded(PROPERTY, configured), older(properties));
        }
        if (environment.acceptsProfiles(Profiles.of("sandbox"))) {
            SealingKeyFile file = new SealingKeyFile(Path.of(dataDirectory), random);
            return KeyRing.of(file.key(), file.older());
        }
        throw new IllegalStateException(PROPERTY + " is not set: give it the base64 form of 32 random bytes.");
    }

    private static List<SealingKey> older(CredentialProperties properties) {
        return properties.olderKeys().stream()
                .filter(key -> !key.isBlank())
                .map(key -> decoded(SealingKeyMissing.PROPERTY, key))
                .toList();
    }

    private static SealingKey decoded(String property, String configured) {
        try {
            return SealingKey.of(Base64.getDecoder().decode(configured.strip()));
        } catch (IllegalArgumentException malformed) {
            // Without its cause, which may quote the key.
            throw new IllegalStateException(property + " is not the base64 form of 32 bytes.");
        }
    }
}

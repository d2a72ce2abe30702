package org.mailboxremediation.credential;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Where the sealing key comes from: the environment, or, in the sandbox only, a file of its own. */
@Configuration(proxyBeanMethods = false)
class SealingKeys {

    private static final String PROPERTY = "remediation.credential.sealing-key";

    @Bean
    SealingKey sealingKey(
            CredentialProperties properties,
            Environment environment,
            SecureRandom random,
            @Value("${remediation.data-dir:./data}") String dataDirectory) {
        String configured = properties.sealingKey();
        if (configured != null && !configured.isBlank()) {
            return decoded(configured);
        }
        if (environment.acceptsProfiles(Profiles.of("sandbox"))) {
            return new SealingKeyFile(Path.of(dataDirectory), random).key();
        }
        throw new IllegalStateException(PROPERTY + " is not set: give it the base64 form of 32 random bytes.");
    }

    private static SealingKey decoded(String configured) {
        try {
            return SealingKey.of(Base64.getDecoder().decode(configured.strip()));
        } catch (IllegalArgumentException malformed) {
            // Without its cause, which may quote the key.
            throw new IllegalStateException(PROPERTY + " is not the base64 form of 32 bytes.");
        }
    }
}

package org.mailboxremediation.event;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Where the signing key comes from: the environment, or, in the sandbox only, a file of its own. */
@Configuration(proxyBeanMethods = false)
class SigningKeys {

    private static final String PROPERTY = "remediation.event.signing-key";

    @Bean
    SigningKey signingKey(
            EventProperties properties,
            Environment environment,
            SecureRandom random,
            @Value("${remediation.data-dir:./data}") String dataDirectory) {
        String configured = properties.signingKey();
        if (configured != null && !configured.isBlank()) {
            return decoded(configured);
        }
        if (environment.acceptsProfiles(Profiles.of("sandbox"))) {
            return ofFile(Path.of(dataDirectory), random);
        }
        throw new IllegalStateException(PROPERTY + " is not set: give it the base64 form of 32 random bytes.");
    }

    private static SigningKey decoded(String configured) {
        try {
            return SigningKey.of(Base64.getDecoder().decode(configured.strip()));
        } catch (IllegalArgumentException malformed) {
            // Without its cause, which may quote the key.
            throw new IllegalStateException(PROPERTY + " is not the base64 form of 32 bytes.");
        }
    }

    private static SigningKey ofFile(Path directory, SecureRandom random) {
        try {
            return SigningKey.of(SecretFile.readOrMake(directory, "signing-key", random));
        } catch (IOException unreadable) {
            throw new IllegalStateException("the sandbox's signing key can be neither read nor made");
        }
    }
}

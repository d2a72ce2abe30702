package org.mailboxremediation.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class SealTest {

    private static final Secret SECRET = Secret.of("not-a-real-password");

    private final SecureRandom random = new SecureRandom();
    private final Seal seal = new Seal(SealingKey.of(new byte[32]), random);

    @Test
    void sealOpensForWhatItBelongsToOnly() {
        Sealed closed = seal.close(SECRET, "a|b|c");
        assertThat(seal.open(closed, "a|b|c").reveal()).isEqualTo(SECRET.reveal());
        assertThatThrownBy(() -> seal.open(closed, "a|b|d")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void eachFlippedByteBreaksTheSeal() {
        Sealed closed = seal.close(SECRET, "a");
        for (int index = 0; index < closed.cipherText().length; index++) {
            byte[] forged = closed.cipherText().clone();
            forged[index] ^= 1;
            Sealed broken = new Sealed(closed.keyId(), closed.nonce(), forged);
            assertThatThrownBy(() -> seal.open(broken, "a")).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void anotherKeyIsNamedAsTheReason() {
        byte[] other = new byte[32];
        other[0] = 1;
        Sealed closed = new Seal(SealingKey.of(other), random).close(SECRET, "a");
        assertThatThrownBy(() -> seal.open(closed, "a")).hasMessageContaining("another key");
    }

    @Test
    void noncesDoNotRepeat() {
        assertThat(seal.close(SECRET, "a").nonce())
                .isNotEqualTo(seal.close(SECRET, "a").nonce());
    }
}

package org.mailboxremediation.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;

class SealTest {

    private static final Secret SECRET = Secret.of("not-a-real-password");

    private final SecureRandom random = new SecureRandom();
    private final Seal seal = new Seal(KeyRing.of(SealingKey.of(new byte[32]), List.of()), random);

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
    void keyThatIsNotThereIsNamedAndOneThatIsOlderOpens() {
        byte[] bytes = new byte[32];
        bytes[0] = 1;
        SealingKey other = SealingKey.of(bytes);
        Sealed closed = new Seal(KeyRing.of(other, List.of()), random).close(SECRET, "a");
        assertThatThrownBy(() -> seal.open(closed, "a"))
                .isInstanceOf(SealingKeyMissing.class)
                .hasMessageContaining(other.id())
                .hasNoCause();
        Seal both = new Seal(KeyRing.of(SealingKey.of(new byte[32]), List.of(other)), random);
        assertThat(both.open(closed, "a").reveal()).isEqualTo(SECRET.reveal());
        assertThat(seal.open(both.renew(closed, "a"), "a").reveal()).isEqualTo(SECRET.reveal());
    }

    @Test
    void noncesDoNotRepeat() {
        assertThat(seal.close(SECRET, "a").nonce())
                .isNotEqualTo(seal.close(SECRET, "a").nonce());
    }
}

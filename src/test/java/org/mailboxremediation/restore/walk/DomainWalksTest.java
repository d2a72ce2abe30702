package org.mailboxremediation.restore.walk;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.credential.CredentialFixture;

/** Ten thousand walks over the rules; {@code -Dwalks.domain=N} walks more of them, {@code -Dwalks.seed=N} others. */
class DomainWalksTest {

    private static final long VALID_FOR = CredentialFixture.VALID_FOR.toSeconds();

    @Test
    void theGateAnswersAsTheOracleAfterEachStep() {
        Replay replay = new Replay(VALID_FOR, RuleWorld::new);
        long first = Long.getLong("walks.seed", 1);
        long count = Long.getLong("walks.domain", 10_000);
        long[] opened = {0};
        LongStream.range(first, first + count).forEach(seed -> {
            Replay.Walked walked = replay.walk(seed);
            assertThat(walked.openAtEnd())
                    .as("open at the end of seed %s", seed)
                    .isTrue();
            opened[0] += walked.opened();
        });
        assertThat(opened[0]).as("openings").isGreaterThan(count);
    }

    @Test
    void theOracleSharesNoCodeWithTheProduct() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("org\\.mailboxremediation\\.(?!restore\\.walk\\.(Oracle|Step|Happening)).*")
                .because("it is written from the text of the promises alone")
                .check(new ClassFileImporter().importClasses(Oracle.class, OracleDevice.class));
    }
}

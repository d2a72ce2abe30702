package org.mailboxremediation.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReportTest {

    @Test
    void oneSymptomOrOneRiskFactorIsReasonEnough() {
        assertThat(report(Set.of(Symptom.BOUNCES), Set.of(), List.of(), null)).isNotNull();
        assertThat(report(Set.of(), Set.of(RiskFactor.PUBLIC_WIFI), List.of(), null))
                .isNotNull();
        assertThatThrownBy(() -> report(Set.of(), Set.of(), List.of(), null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void colleaguesAreAddressesAndNamedOnce() {
        assertThat(report(Set.of(Symptom.BOUNCES), Set.of(), List.of("Bob@Example.com", "bob@example.com"), null)
                        .colleagues())
                .containsExactly("bob@example.com");
        assertThatThrownBy(() -> report(Set.of(Symptom.BOUNCES), Set.of(), List.of("a@example.com", "<x>"), null))
                .hasMessageContaining("colleagues[1]")
                .hasMessageNotContaining("<x>");
    }

    @Test
    void moreThanFiveHundredColleaguesAreRefused() {
        List<String> many = Collections.nCopies(501, "bob@example.com");
        assertThatThrownBy(() -> report(Set.of(Symptom.BOUNCES), Set.of(), many, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noteIsBoundedAndHoldsNoControlCharacters() {
        assertThat(report(Set.of(Symptom.BOUNCES), Set.of(), List.of(), "a\n\tb" + "x".repeat(9_996)))
                .isNotNull();
        for (String note : List.of("x".repeat(10_001), "a\0b")) {
            assertThatThrownBy(() -> report(Set.of(Symptom.BOUNCES), Set.of(), List.of(), note))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void cuttingNeverSplitsACharacter() {
        assertThat(TextBounds.cut("ab🔒", 3)).isEqualTo("ab");
        assertThat(TextBounds.cut("abc", 3)).isEqualTo("abc");
    }

    private static Report report(
            Set<Symptom> symptoms, Set<RiskFactor> factors, List<String> colleagues, @Nullable String note) {
        return new Report(
                IncidentFixture.ALICE, IncidentFixture.CAROL, Owner.UNKNOWN, symptoms, factors, colleagues, note);
    }
}

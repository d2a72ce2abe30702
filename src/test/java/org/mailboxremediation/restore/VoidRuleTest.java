package org.mailboxremediation.restore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.credential.ChangeCause;
import org.mailboxremediation.credential.Destroyed;
import org.mailboxremediation.credential.Verification;
import org.mailboxremediation.incident.Symptom;

class VoidRuleTest {

    @Test
    void firstChangeIsDueForTheReport() {
        assertThat(due(new Facts())).contains(ChangeCause.REPORTED);
    }

    @Test
    void passwordOfAHealthyCaseIsGood() {
        assertThat(voidSince(Facts.good())).isEmpty();
        assertThat(due(Facts.good())).isEmpty();
    }

    @Test
    void passwordSetBeforeAnInfectionEndedIsVoidFromThen() {
        for (String end : new String[] {"IC", "Ir", "It", "Iu"}) {
            Facts facts = changed().device(end, 10);
            assertThat(voidSince(facts)).contains(Facts.minute(11));
            assertThat(due(facts)).contains(ChangeCause.INFECTION);
        }
    }

    @Test
    void passwordSetInTheVeryMomentAnInfectionEndedIsVoid() {
        assertThat(voidSince(new Facts().change(11, Verification.VERIFIED).device("IC", 10)))
                .contains(Facts.minute(11));
    }

    @Test
    void passwordSetAfterTheInfectionEndedIsGood() {
        Facts facts = new Facts().change(12, Verification.VERIFIED).device("IC", 10);
        assertThat(voidSince(facts)).isEmpty();
        assertThat(due(facts)).isEmpty();
    }

    @Test
    void whenThePasswordWasSetCountsAndNotWhenItWasAskedFor() {
        assertThat(voidSince(new Facts()
                        .change(1, Facts.minute(20), Verification.VERIFIED)
                        .device("IC", 10)))
                .isEmpty();
        assertThat(voidSince(new Facts().change(1, null, Verification.PENDING).device("IC", 10)))
                .contains(Facts.minute(11));
    }

    @Test
    void nothingIsDueForAnInfectionWhileAnyDeviceIsInfected() {
        Facts facts = changed().device("IC", 10).device("I", 20);
        assertThat(voidSince(facts)).contains(Facts.minute(11));
        assertThat(due(facts)).isEmpty();
    }

    @Test
    void nothingIsDueForAFailedHandOverWhileAnyDeviceIsInfected() {
        for (Destroyed why : new Destroyed[] {Destroyed.LOST, Destroyed.EXPIRED}) {
            Facts facts = changed().credential(60, why, 60).device("I", 20);
            assertThat(voidSince(facts)).contains(Facts.minute(60));
            assertThat(due(facts)).isEmpty();
        }
    }

    @Test
    void symptomOfAccessIsDueEvenWhileADeviceIsInfected() {
        assertThat(due(changed().device("I", 10).symptom(Symptom.FORWARDING_ADDED, 20)))
                .contains(ChangeCause.NEW_SYMPTOM);
    }

    @Test
    void earliestEndOfSeveralCounts() {
        assertThat(voidSince(changed().device("IC", 30).device("IC", 10))).contains(Facts.minute(11));
    }

    @Test
    void handedOverPasswordIsVoidLikeAnyOther() {
        assertThat(voidSince(changed().credential(60, Destroyed.REVEALED, 5).device("IC", 10)))
                .contains(Facts.minute(11));
    }

    @Test
    void lostHandOverVoidsThePassword() {
        Facts facts = changed().credential(60, Destroyed.LOST, 30);
        assertThat(voidSince(facts)).contains(Facts.minute(30));
        assertThat(due(facts)).contains(ChangeCause.HANDOVER_LOST);
    }

    @Test
    void expiredHandOverVoidsThePasswordWhetherSweptUpOrNot() {
        for (Facts facts : new Facts[] {
            changed().credential(60, null, 0).now(60),
            changed().credential(60, Destroyed.EXPIRED, 75).now(80)
        }) {
            assertThat(voidSince(facts)).contains(Facts.minute(60));
            assertThat(due(facts)).contains(ChangeCause.HANDOVER_LOST);
        }
        assertThat(voidSince(changed().credential(60, null, 0).now(59))).isEmpty();
    }

    @Test
    void revealedPasswordDoesNotExpire() {
        Facts facts = changed().credential(60, Destroyed.REVEALED, 30).now(90);
        assertThat(voidSince(facts)).isEmpty();
        assertThat(due(facts)).isEmpty();
    }

    @Test
    void earlierCauseIsNamed() {
        assertThat(due(changed().credential(60, Destroyed.LOST, 10).device("IC", 20)))
                .contains(ChangeCause.HANDOVER_LOST);
        assertThat(due(changed().credential(60, Destroyed.LOST, 30).device("IC", 20)))
                .contains(ChangeCause.INFECTION);
    }

    @Test
    void olderPasswordsHandOverDoesNotMatter() {
        assertThat(due(changed().credential(60, Destroyed.LOST, 10).change(20, Verification.VERIFIED)))
                .isEmpty();
    }

    @Test
    void symptomOfAccessAfterTheNewestChangeIsDue() {
        assertThat(due(changed().symptom(Symptom.FORWARDING_ADDED, 2))).contains(ChangeCause.NEW_SYMPTOM);
    }

    @Test
    void symptomOfAccessThatCameBeforeThePasswordWasInForceIsNot() {
        Facts facts = new Facts().change(1, Facts.minute(20), Verification.VERIFIED);
        assertThat(due(facts.symptom(Symptom.FORWARDING_ADDED, 10))).isEmpty();
    }

    @Test
    void symptomOfTheReportOrWithoutAccessIsNot() {
        assertThat(due(changed().symptom(Symptom.FORWARDING_ADDED, 1))).isEmpty();
        assertThat(due(changed().symptom(Symptom.BOUNCES, 2))).isEmpty();
    }

    private static Facts changed() {
        return new Facts().change(1, Verification.VERIFIED);
    }

    private static Optional<Instant> voidSince(Facts facts) {
        CaseFacts built = facts.build();
        return VoidRule.voidSince(built.newestChange().orElseThrow(), built);
    }

    private static Optional<ChangeCause> due(Facts facts) {
        return VoidRule.changeDue(facts.build());
    }
}

package org.mailboxremediation.restore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.credential.Destroyed;
import org.mailboxremediation.credential.Verification;
import org.mailboxremediation.incident.AttestationKind;
import org.mailboxremediation.incident.SettingState;
import org.mailboxremediation.incident.Symptom;

/** One test for each refusal, named after it: each breaks one condition of an otherwise good case. */
class RestoreRulesTest {

    @Test
    void goodCaseIsAllowed() {
        RestoreDecision decision = RestoreRules.decide(Facts.good().build());
        assertThat(decision.allowed()).isTrue();
        assertThat(decision.reasons()).isEmpty();
    }

    @Test
    void passwordNotChanged() {
        onlyRefusal(Facts.withoutChange(), Refusal.PASSWORD_NOT_CHANGED);
    }

    @Test
    void changePending() {
        onlyRefusal(Facts.good().change(2, Verification.PENDING), Refusal.CHANGE_PENDING);
    }

    @Test
    void changeDue() {
        onlyRefusal(Facts.good().credential(60, Destroyed.LOST, 30), Refusal.CHANGE_DUE);
        onlyRefusal(Facts.good().device("IC", 10), Refusal.CHANGE_DUE);
        onlyRefusal(Facts.good().symptom(Symptom.PASSWORD_CHANGED, 10), Refusal.CHANGE_DUE);
    }

    @Test
    void lockOutUnverified() {
        for (Verification verification : new Verification[] {Verification.REFUTED, Verification.UNVERIFIABLE}) {
            onlyRefusal(Facts.good().change(2, verification), Refusal.LOCK_OUT_UNVERIFIED);
        }
    }

    @Test
    void deviceNotSettled() {
        onlyRefusal(Facts.good().device("", 10), Refusal.DEVICE_NOT_SETTLED);
        onlyRefusal(Facts.good().device("P", 10), Refusal.DEVICE_NOT_SETTLED);
        onlyRefusal(Facts.good().device("I", 10), Refusal.DEVICE_NOT_SETTLED);
    }

    @Test
    void deviceListNotAttested() {
        onlyRefusal(Facts.good().without(AttestationKind.DEVICE_LIST_COMPLETE), Refusal.DEVICE_LIST_NOT_ATTESTED);
    }

    @Test
    void emptyListNeedsSecondPerson() {
        onlyRefusal(
                Facts.good().noDevices().attested(AttestationKind.DEVICE_LIST_COMPLETE, "case", "complete", "alice"),
                Refusal.EMPTY_LIST_NEEDS_SECOND_PERSON);
    }

    @Test
    void settingsNotRead() {
        onlyRefusal(Facts.good().without(AttestationKind.SETTINGS_READ), Refusal.SETTINGS_NOT_READ);
    }

    @Test
    void settingOpen() {
        onlyRefusal(Facts.good().setting(SettingState.FOUND), Refusal.SETTING_OPEN);
    }

    @Test
    void clearedAndAcceptedSettingsAreNotOpen() {
        allowed(Facts.good().setting(SettingState.CLEARED).setting(SettingState.ACCEPTED));
    }

    @Test
    void emptyListAttestedByTwoPeopleIsEnough() {
        allowed(Facts.good().noDevices().attested(AttestationKind.DEVICE_LIST_COMPLETE, "case", "complete", "bob"));
    }

    @Test
    void wordThatTheListIsNotCompleteTakesEarlierWordsBack() {
        onlyRefusal(
                Facts.good().attested(AttestationKind.DEVICE_LIST_COMPLETE, "case", "incomplete", "bob"),
                Refusal.DEVICE_LIST_NOT_ATTESTED);
    }

    @Test
    void lockOutIsAttestedForTheNewestChangeOnly() {
        allowed(Facts.good()
                .change(2, Verification.UNVERIFIABLE)
                .attested(AttestationKind.LOCK_OUT, "change-2", "yes", "alice"));
        onlyRefusal(
                Facts.good()
                        .change(2, Verification.UNVERIFIABLE)
                        .attested(AttestationKind.LOCK_OUT, "change-1", "yes", "alice"),
                Refusal.LOCK_OUT_UNVERIFIED);
        onlyRefusal(
                Facts.good()
                        .change(2, Verification.UNVERIFIABLE)
                        .attested(AttestationKind.LOCK_OUT, "change-2", "no", "alice"),
                Refusal.LOCK_OUT_UNVERIFIED);
    }

    @Test
    void lookingAgainAtAPasswordThatWasSetByHandDoesNotShutTheGate() {
        Facts refuted = Facts.good().change(2, Verification.REFUTED);
        onlyRefusal(
                refuted.attested(AttestationKind.LOCK_OUT, "change-2", "OLD_REFUSED", "alice"),
                Refusal.LOCK_OUT_UNVERIFIED);
        allowed(refuted.attested(AttestationKind.LOCK_OUT, "change-2", "CHANGED_BY_HAND", "alice")
                .attested(AttestationKind.LOCK_OUT, "change-2", "OLD_REFUSED", "alice"));
    }

    @Test
    void attestationDoesNotSettleAPendingChange() {
        onlyRefusal(
                Facts.good()
                        .change(2, Verification.PENDING)
                        .attested(AttestationKind.LOCK_OUT, "change-2", "yes", "alice"),
                Refusal.CHANGE_PENDING);
    }

    @Test
    void voidPasswordRefusesEvenWhileAnotherInfectionLasts() {
        CaseFacts facts = Facts.good().device("IC", 10).device("I", 20).build();
        assertThat(RestoreRules.decide(facts).refusals())
                .containsExactly(Refusal.CHANGE_DUE, Refusal.DEVICE_NOT_SETTLED);
    }

    @Test
    void secondChangeAfterTheInfectionEndedOpensTheGate() {
        allowed(Facts.good().device("IC", 10).change(20, Verification.VERIFIED));
    }

    @Test
    void reasonsCountAndTellWhatToDoNext() {
        CaseFacts facts =
                Facts.good().device("", 10).setting(SettingState.FOUND).build();
        assertThat(RestoreRules.decide(facts).reasons())
                .containsExactly(
                        Refusal.DEVICE_NOT_SETTLED.sentence() + " Not settled: 1 of 2.",
                        Refusal.SETTING_OPEN.sentence() + " Open: 1.");
    }

    @Test
    void everyRefusalHasATestOfItsName() {
        assertThat(Arrays.stream(RestoreRulesTest.class.getDeclaredMethods())
                        .map(method -> method.getName().toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet()))
                .containsAll(Arrays.stream(Refusal.values())
                        .map(refusal -> refusal.name().replace("_", "").toLowerCase(Locale.ROOT))
                        .toList());
    }

    private static void onlyRefusal(Facts facts, Refusal refusal) {
        RestoreDecision decision = RestoreRules.decide(facts.build());
        assertThat(decision.refusals()).containsExactly(refusal);
        assertThat(decision.reasons()).singleElement().asString().startsWith(refusal.sentence());
    }

    private static void allowed(Facts facts) {
        assertThat(RestoreRules.decide(facts.build()).refusals()).isEmpty();
    }
}

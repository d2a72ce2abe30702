package org.mailboxremediation.restore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailboxremediation.credential.ChangeCause;
import org.mailboxremediation.credential.Destroyed;
import org.mailboxremediation.credential.Verification;
import org.mailboxremediation.incident.Attestation;
import org.mailboxremediation.incident.AttestationKind;

/** What words about a change come to, one after the other. */
class ChangeWordsTest {

    @Test
    void thePersonWhoSetItKnowsItUntilTheMachinesTurnsOutToBeInForce() {
        Facts facts = byHand(Attestation.CHANGED_BY_HAND);
        assertThat(words(facts).byHand()).isPresent();
        assertThat(words(read(facts, Reconciled.AGREES)).byHand()).isPresent();
        assertThat(words(read(facts, Reconciled.MACHINE_PASSWORD)).byHand()).isEmpty();
    }

    @Test
    void anOwnerWhoChangedItHasItAndAnotherGetsItHandedOver() {
        assertThat(words(byHand(Attestation.CHANGED_BY_OWNER)).ownerHasIt()).isTrue();
        Facts facts = byHand(Attestation.CHANGED_BY_HAND);
        assertThat(words(facts).ownerHasIt()).isFalse();
        assertThat(words(handOver(facts, Attestation.HANDED_OVER)).ownerHasIt()).isTrue();
    }

    @Test
    void aHandOverBeforeTheChangeIsNotOne() {
        Facts facts = handOver(new Facts().change(1, Verification.UNVERIFIABLE), Attestation.HANDED_OVER)
                .attested(AttestationKind.LOCK_OUT, "change-1", Attestation.CHANGED_BY_HAND, "admin");
        assertThat(words(facts).ownerHasIt()).isFalse();
    }

    @Test
    void oneThatGotLostIsReplacedAndTheMachinesExpiryIsNot() {
        Facts facts = byHand(Attestation.CHANGED_BY_HAND).credential(30, Destroyed.EXPIRED, 30);
        assertThat(due(facts)).isEmpty();
        assertThat(due(handOver(facts, Attestation.LOST))).contains(ChangeCause.HANDOVER_LOST);
    }

    @ParameterizedTest
    @EnumSource(Reconciled.class)
    void whatContradictsHoldsUntilSomebodyLooksAgain(Reconciled found) {
        Facts facts = read(byHand(Attestation.CHANGED_BY_HAND), found);
        assertThat(proved(facts)).isEqualTo(!found.contradictsLockOut());
        assertThat(due(facts)).isEqualTo(found.due());
        facts.attested(AttestationKind.LOCK_OUT, "change-1", "OLD_REFUSED", "admin");
        assertThat(proved(facts)).isTrue();
        assertThat(due(facts)).isEmpty();
    }

    @Test
    void aVerifiedChangeIsContradictedToo() {
        Facts facts = read(new Facts().change(1, Verification.VERIFIED), Reconciled.STILL_LETS_IN);
        assertThat(proved(facts)).isFalse();
    }

    private static Facts byHand(String answer) {
        return new Facts()
                .change(1, Verification.UNVERIFIABLE)
                .attested(AttestationKind.LOCK_OUT, "change-1", answer, "admin");
    }

    private static Facts read(Facts facts, Reconciled found) {
        return facts.attested(AttestationKind.RECONCILED, "change-1", found.name(), "system");
    }

    private static Facts handOver(Facts facts, String answer) {
        return facts.attested(AttestationKind.DONE_BY_HAND, Attestation.PASSWORD, answer, "admin");
    }

    private static ChangeWords words(Facts facts) {
        CaseFacts built = facts.build();
        return ChangeWords.of(built.newestChange().orElseThrow(), built.attestations());
    }

    private static boolean proved(Facts facts) {
        CaseFacts built = facts.build();
        return RestoreRules.lockOutProved(built.newestChange().orElseThrow(), built);
    }

    private static Optional<ChangeCause> due(Facts facts) {
        return VoidRule.changeDue(facts.build());
    }
}

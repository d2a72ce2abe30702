package org.mailboxremediation.restore;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mailboxremediation.credential.PasswordChange;
import org.mailboxremediation.credential.Verification;
import org.mailboxremediation.incident.Attestation;
import org.mailboxremediation.incident.AttestationKind;
import org.mailboxremediation.incident.SettingState;

/** The conditions of promise P1 over a case's facts. Each refusal comes from one condition and from no other. */
public final class RestoreRules {

    private RestoreRules() {}

    /** Whether access may come back, and all that speaks against it. */
    public static RestoreDecision decide(CaseFacts facts) {
        List<Refusal> refusals = Stream.of(
                        changed(facts),
                        settled(facts),
                        good(facts),
                        lockedOut(facts),
                        devices(facts),
                        listed(facts),
                        listedTwice(facts),
                        settingsRead(facts),
                        settings(facts))
                .flatMap(Optional::stream)
                .toList();
        List<String> reasons =
                refusals.stream().map(refusal -> reason(refusal, facts)).toList();
        return new RestoreDecision(refusals.isEmpty(), reasons, refusals);
    }

    private static Optional<Refusal> changed(CaseFacts facts) {
        return refuse(Refusal.PASSWORD_NOT_CHANGED, facts.newestChange().isEmpty());
    }

    private static Optional<Refusal> settled(CaseFacts facts) {
        return refuse(
                Refusal.CHANGE_PENDING,
                facts.newestChange().filter(RestoreRules::pending).isPresent());
    }

    /** A void password refuses even while no change is due yet, because a device is still infected. */
    private static Optional<Refusal> good(CaseFacts facts) {
        return facts.newestChange()
                .filter(newest -> VoidRule.voidSince(newest, facts).isPresent()
                        || VoidRule.changeDue(facts).isPresent())
                .map(newest -> Refusal.CHANGE_DUE);
    }

    private static Optional<Refusal> lockedOut(CaseFacts facts) {
        return facts.newestChange()
                .filter(newest -> !pending(newest) && !lockOutProved(newest, facts))
                .map(newest -> Refusal.LOCK_OUT_UNVERIFIED);
    }

    /**
     * Whether a change is known to have locked the attacker out: verified by the machine, or attested by a person where no
     * check was possible. Where a check refuted it, only a change that a person made by hand counts, and none that what was
     * read since contradicts.
     */
    public static boolean lockOutProved(PasswordChange change, CaseFacts facts) {
        ChangeWords words = ChangeWords.of(change, facts.attestations());
        return words.contradiction().isEmpty()
                && (change.verification() == Verification.VERIFIED
                        || words.lockOut()
                                .filter(word -> !word.denies())
                                .filter(word -> change.verification() != Verification.REFUTED
                                        || words.byHand().isPresent())
                                .isPresent());
    }

    private static Optional<Refusal> devices(CaseFacts facts) {
        return refuse(Refusal.DEVICE_NOT_SETTLED, unsettled(facts) > 0);
    }

    private static Optional<Refusal> listed(CaseFacts facts) {
        return refuse(Refusal.DEVICE_LIST_NOT_ATTESTED, listAttestedBy(facts).isEmpty());
    }

    private static Optional<Refusal> listedTwice(CaseFacts facts) {
        return refuse(
                Refusal.EMPTY_LIST_NEEDS_SECOND_PERSON,
                facts.devices().isEmpty() && listAttestedBy(facts).size() == 1);
    }

    private static Optional<Refusal> settingsRead(CaseFacts facts) {
        return refuse(Refusal.SETTINGS_NOT_READ, !affirmed(facts, AttestationKind.SETTINGS_READ, Optional.empty()));
    }

    private static Optional<Refusal> settings(CaseFacts facts) {
        return refuse(Refusal.SETTING_OPEN, open(facts) > 0);
    }

    private static boolean pending(PasswordChange change) {
        return change.verification() == Verification.PENDING;
    }

    /** Whether the newest word of this kind, about this subject if one is given, affirms. */
    private static boolean affirmed(CaseFacts facts, AttestationKind kind, Optional<String> subject) {
        return newestWord(facts, kind, subject)
                .filter(attestation -> !attestation.denies())
                .isPresent();
    }

    private static Optional<Attestation> newestWord(CaseFacts facts, AttestationKind kind, Optional<String> subject) {
        return facts.attestations().stream()
                .filter(attestation -> attestation.kind() == kind)
                .filter(attestation ->
                        subject.map(attestation.subject()::equals).orElse(true))
                .reduce((earlier, later) -> later);
    }

    /** Who says that the list is complete; anybody's later word that it is not takes it all back. */
    private static Set<String> listAttestedBy(CaseFacts facts) {
        Set<String> actors = new HashSet<>();
        for (Attestation attestation : facts.attestations()) {
            if (attestation.kind() == AttestationKind.DEVICE_LIST_COMPLETE) {
                if (attestation.answer().equals(Attestation.COMPLETE)) {
                    actors.add(attestation.actor());
                } else {
                    actors.clear();
                }
            }
        }
        return actors;
    }

    private static long unsettled(CaseFacts facts) {
        return facts.devices().stream().filter(device -> !device.settled()).count();
    }

    private static long open(CaseFacts facts) {
        return facts.settings().stream()
                .filter(setting -> setting.state() == SettingState.FOUND)
                .count();
    }

    private static Optional<Refusal> refuse(Refusal refusal, boolean holds) {
        return holds ? Optional.of(refusal) : Optional.empty();
    }

    private static String reason(Refusal refusal, CaseFacts facts) {
        return switch (refusal) {
            case DEVICE_NOT_SETTLED ->
                refusal.sentence() + " Not settled: " + unsettled(facts) + " of "
                        + facts.devices().size() + ".";
            case SETTING_OPEN -> refusal.sentence() + " Open: " + open(facts) + ".";
            default -> refusal.sentence();
        };
    }
}

package org.mailboxremediation.restore;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailboxremediation.credential.ChangeCause;
import org.mailboxremediation.credential.Destroyed;
import org.mailboxremediation.credential.PasswordChange;
import org.mailboxremediation.credential.SealedCredential;
import org.mailboxremediation.device.Device;
import org.mailboxremediation.device.DeviceState;

/** When a password is worth nothing, and a new one is due: derived from the facts every time (promise P3). */
public final class VoidRule {

    private VoidRule() {}

    /**
     * Since when the password is void: it was in use while a device was infected, or its hand-over failed. Handed over
     * or not makes no difference to the first.
     *
     * @return the earliest such time; empty if the password is good
     */
    public static Optional<Instant> voidSince(PasswordChange change, CaseFacts facts) {
        return Stream.of(infectionEnded(change, facts), handOverFailed(change, facts))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    /**
     * Why a new password is due now. While a device is infected, only what shows that the attacker is in makes one due:
     * any other would be void again as soon as the infection ends, and the gate is shut until then.
     *
     * @return empty if none is due
     */
    public static Optional<ChangeCause> changeDue(CaseFacts facts) {
        Optional<PasswordChange> newest = facts.newestChange();
        if (newest.isEmpty()) {
            return Optional.of(ChangeCause.REPORTED);
        }
        return infectionLasts(facts) ? attackerIsIn(newest.get(), facts) : dueAfter(newest.get(), facts);
    }

    private static Optional<ChangeCause> dueAfter(PasswordChange newest, CaseFacts facts) {
        Optional<Instant> infection = infectionEnded(newest, facts);
        Optional<Instant> handOver = handOverFailed(newest, facts);
        if (infection.isPresent()
                && handOver.filter(failed -> failed.isBefore(infection.get())).isEmpty()) {
            return Optional.of(ChangeCause.INFECTION);
        }
        if (handOver.isPresent()) {
            return Optional.of(ChangeCause.HANDOVER_LOST);
        }
        return contradicted(newest, facts).or(() -> attackerIsIn(newest, facts));
    }

    private static Optional<ChangeCause> attackerIsIn(PasswordChange newest, CaseFacts facts) {
        boolean in = symptomSince(newest, facts)
                || contradicted(newest, facts)
                        .filter(ChangeCause.NEW_SYMPTOM::equals)
                        .isPresent();
        return in ? Optional.of(ChangeCause.NEW_SYMPTOM) : Optional.empty();
    }

    private static Optional<ChangeCause> contradicted(PasswordChange newest, CaseFacts facts) {
        return ChangeWords.of(newest, facts.attestations()).contradiction().flatMap(Reconciled::due);
    }

    private static Optional<Instant> infectionEnded(PasswordChange change, CaseFacts facts) {
        return facts.devices().stream()
                .map(Device::infectionEndedAt)
                .flatMap(Optional::stream)
                .filter(ended -> !ended.isBefore(change.inUseSince()))
                .min(Comparator.naturalOrder());
    }

    private static boolean infectionLasts(CaseFacts facts) {
        return facts.devices().stream().anyMatch(device -> device.state() == DeviceState.INFECTED);
    }

    /** Of a password that a person set, the machine's sealed one says nothing. */
    private static Optional<Instant> handOverFailed(PasswordChange change, CaseFacts facts) {
        ChangeWords words = ChangeWords.of(change, facts.attestations());
        if (words.byHand().isPresent()) {
            return words.lostAt();
        }
        return facts.credentials().stream()
                .filter(credential -> credential.changeId().equals(change.id()))
                .map(credential -> failed(credential, facts.now()))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    /** An expired one is void from the moment it expired, whenever it was swept up. */
    private static Optional<Instant> failed(SealedCredential credential, Instant now) {
        if (credential.expiredUnrevealed(now)) {
            return Optional.of(credential.expiresAt());
        }
        return credential.destroyedWhy() == Destroyed.LOST
                ? Optional.ofNullable(credential.destroyedAt())
                : Optional.empty();
    }

    /** One that was seen before the password was in force tells of the one before it. */
    private static boolean symptomSince(PasswordChange newest, CaseFacts facts) {
        return facts.symptomTimes().entrySet().stream()
                .anyMatch(symptom ->
                        symptom.getKey().showsAccess() && symptom.getValue().isAfter(newest.inUseSince()));
    }
}

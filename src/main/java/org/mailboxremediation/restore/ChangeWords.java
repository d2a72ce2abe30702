package org.mailboxremediation.restore;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.mailboxremediation.credential.PasswordChange;
import org.mailboxremediation.incident.Attestation;
import org.mailboxremediation.incident.AttestationKind;

/**
 * What was said of one password change, by people and by what was read later. A later word stands before an earlier one.
 *
 * @param changeId the change
 * @param all the case's attestations, the oldest first
 */
public record ChangeWords(String changeId, List<Attestation> all) {

    public ChangeWords {
        all = List.copyOf(all);
    }

    /** What the case's attestations say of the change. */
    public static ChangeWords of(PasswordChange change, List<Attestation> attestations) {
        return new ChangeWords(change.id(), attestations);
    }

    /** The newest word that the attacker is out, or is not. */
    Optional<Attestation> lockOut() {
        return newest(all, about(AttestationKind.LOCK_OUT));
    }

    /** The word of the person who set the password instead of the machine; empty if the machine's is in force after all. */
    public Optional<Attestation> byHand() {
        return newest(all, about(AttestationKind.LOCK_OUT).and(Attestation::changesPassword))
                .filter(word -> newest(after(word), about(AttestationKind.RECONCILED))
                        .filter(read -> Reconciled.of(read) == Reconciled.MACHINE_PASSWORD)
                        .isEmpty());
    }

    /** What was read that contradicts the newest word, with nobody having looked again since. */
    Optional<Reconciled> contradiction() {
        return newest(all, about(AttestationKind.LOCK_OUT).or(about(AttestationKind.RECONCILED)))
                .filter(word -> word.kind() == AttestationKind.RECONCILED)
                .map(Reconciled::of)
                .filter(Reconciled::contradictsLockOut);
    }

    /** Whether the owner has a password that was set by hand: the owner's own, or one that was handed over. */
    public boolean ownerHasIt() {
        return byHand().filter(this::reachedOwner).isPresent();
    }

    /** When a password that was set by hand was said to be lost; empty if it was not. */
    Optional<Instant> lostAt() {
        return byHand().flatMap(this::handOver)
                .filter(said -> said.answer().equals(Attestation.LOST))
                .map(Attestation::at);
    }

    private boolean reachedOwner(Attestation set) {
        return set.answer().equals(Attestation.CHANGED_BY_OWNER)
                || handOver(set)
                        .filter(said -> said.answer().equals(Attestation.HANDED_OVER))
                        .isPresent();
    }

    private Optional<Attestation> handOver(Attestation set) {
        return newest(
                after(set),
                said -> said.kind() == AttestationKind.DONE_BY_HAND
                        && said.subject().equals(Attestation.PASSWORD));
    }

    private Predicate<Attestation> about(AttestationKind kind) {
        return word -> word.kind() == kind && word.subject().equals(changeId);
    }

    private List<Attestation> after(Attestation word) {
        return all.subList(all.lastIndexOf(word) + 1, all.size());
    }

    private static Optional<Attestation> newest(List<Attestation> words, Predicate<Attestation> wanted) {
        return words.stream().filter(wanted).reduce((earlier, later) -> later);
    }
}

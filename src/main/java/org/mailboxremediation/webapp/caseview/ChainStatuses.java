package org.mailboxremediation.webapp.caseview;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.event.CaseEvent;
import org.mailboxremediation.event.ChainVerdict;
import org.mailboxremediation.event.Checkpoint;
import org.mailboxremediation.event.Checkpoints;
import org.mailboxremediation.event.EventChain;
import org.mailboxremediation.event.PublicKeys;
import org.mailboxremediation.event.VerifyingKey;
import org.mailboxremediation.event.VerifyingKeys;
import org.mailboxremediation.webapp.CaseReaders;
import org.mailboxremediation.webapp.caseview.ChainStatus.SignedEnd;
import org.springframework.stereotype.Component;

/** Checks a case's chain anew at each request: each link, its end, and each checkpoint against it. */
@Component
final class ChainStatuses {

    private final EventChain chain;
    private final Checkpoints checkpoints;
    private final PublicKeys keys;
    private final CaseReaders readers;
    private final Clock clock;

    ChainStatuses(EventChain chain, Checkpoints checkpoints, PublicKeys keys, CaseReaders readers, Clock clock) {
        this.chain = chain;
        this.checkpoints = checkpoints;
        this.keys = keys;
        this.readers = readers;
        this.clock = clock;
    }

    ChainStatus of(String incidentId) {
        // Before the events: what grows meanwhile is then in the chain for certain.
        List<Checkpoint> stored = checkpoints.of(incidentId);
        ChainVerdict verdict = chain.check(incidentId);
        List<CaseEvent> events = chain.of(incidentId);
        VerifyingKeys trusted = keys.all();
        return status(verdict, events, signed(stored, events, trusted), trusted);
    }

    private ChainStatus status(
            ChainVerdict verdict, List<CaseEvent> events, List<SignedEnd> signed, VerifyingKeys trusted) {
        String flaw = signed.stream()
                .map(SignedEnd::flaw)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
        return new ChainStatus(
                verdict.intact() && flaw.isEmpty(),
                verdict.firstBad(),
                verdict.intact() ? flaw : verdict.why(),
                events.size(),
                events.isEmpty() ? "" : events.get(events.size() - 1).hash(),
                clock.instant(),
                readers.person(),
                trusted.keys().get(0).id(),
                signedUpTo(signed),
                signed.subList(0, Math.min(signed.size(), ChainStatus.MOST)),
                signed.size());
    }

    /** The checkpoints against the chain, the newest first. */
    private static List<SignedEnd> signed(List<Checkpoint> stored, List<CaseEvent> events, VerifyingKeys trusted) {
        List<SignedEnd> signed = new ArrayList<>();
        stored.forEach(checkpoint -> signed.add(against(checkpoint, events, trusted.of(checkpoint.key()))));
        Collections.reverse(signed);
        return signed;
    }

    private static long signedUpTo(List<SignedEnd> signed) {
        return signed.stream()
                .filter(end -> end.known() && end.flaw() == null)
                .mapToLong(SignedEnd::sequence)
                .max()
                .orElse(0);
    }

    private static SignedEnd against(Checkpoint checkpoint, List<CaseEvent> events, Optional<VerifyingKey> key) {
        return new SignedEnd(
                checkpoint.sequence(),
                checkpoint.hash(),
                checkpoint.at(),
                checkpoint.key(),
                key.isPresent(),
                flaw(checkpoint, events, key.orElse(null)));
    }

    private static @Nullable String flaw(Checkpoint checkpoint, List<CaseEvent> events, @Nullable VerifyingKey key) {
        if (key != null && !checkpoint.isSignedBy(key)) {
            return "A checkpoint's signature is not the key's.";
        }
        if (checkpoint.sequence() > events.size()) {
            return "A checkpoint is behind the chain's end: events were cut off.";
        }
        boolean same = events.get((int) checkpoint.sequence() - 1).hash().equals(checkpoint.hash());
        return same ? null : "A checkpoint has another hash: the chain was rewritten.";
    }
}

package org.mailboxremediation.credential;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mailboxremediation.event.CaseEvent;
import org.mailboxremediation.event.EventChain;
import org.mailboxremediation.event.LockedRows;
import org.mailboxremediation.event.NewEvent;
import org.mailboxremediation.incident.Times;
import org.springframework.stereotype.Component;

/** The password changes of each case. Methods that change something run in the caller's transaction. */
@Component
public final class PasswordChanges {

    /** The type of the event that a change is wanted. */
    static final String REQUESTED = "PasswordChangeRequested";

    /** What a transaction has read of the cases that it has locked; forgotten with what it writes. */
    private static final LockedRows<PasswordChange> READ = new LockedRows<>();

    private final PasswordChangeRows rows;
    private final EventChain events;
    private final Clock clock;

    PasswordChanges(PasswordChangeRows rows, EventChain events, Clock clock) {
        this.rows = rows;
        this.events = events;
        this.clock = clock;
    }

    /** Stores that a change is wanted, as the case's next epoch; event {@code PasswordChangeRequested}. */
    public PasswordChange request(String incidentId, ChangeCause cause, boolean blocks) {
        events.lock(incidentId);
        int epoch = newest(incidentId).map(PasswordChange::epoch).orElse(0) + 1;
        String id = UUID.randomUUID().toString();
        PasswordChange change = new PasswordChange(
                id,
                incidentId,
                epoch,
                cause,
                blocks,
                Times.now(clock),
                null,
                null,
                Verification.PENDING,
                List.of(),
                null);
        forget(incidentId);
        rows.insert(change);
        append(change, REQUESTED, Map.of("cause", cause.name(), "blocks", blocks));
        return change;
    }

    /** Stores which sealed password belongs to the change. The sealing is the event. */
    public void sealed(String changeId, String credentialId) {
        sealed(get(changeId), credentialId);
    }

    /** The same for a change that was read already. */
    public void sealed(PasswordChange change, String credentialId) {
        forget(change.incidentId());
        rows.sealed(change.id(), credentialId);
    }

    /**
     * Stores when the provider held the password; event {@code PasswordSet}. The first time stays: from then on it was
     * in use, however often it is set again.
     */
    public void set(String changeId, Instant at) {
        setAll(Map.of(get(changeId), at));
    }

    /** The same for many changes that were read already, each with its time. */
    public void setAll(Map<PasswordChange, Instant> times) {
        events.lockAll(times.keySet().stream().map(PasswordChange::incidentId).toList());
        times.keySet().forEach(change -> forget(change.incidentId()));
        events.appendAll(rows.set(List.copyOf(times.entrySet())).stream()
                .map(PasswordChanges::set)
                .toList());
    }

    private static NewEvent set(Map.Entry<PasswordChange, Instant> set) {
        PasswordChange change = set.getKey();
        Map<String, Object> payload =
                content(change, Map.of("setAt", set.getValue().toString()));
        return new NewEvent(change.incidentId(), CaseEvent.SYSTEM, "PasswordSet", payload);
    }

    /**
     * Stores since when the password now in force may have been in use, where it is not the one that was thought to be:
     * a person set one instead. Event {@code PasswordSetAgain}. It replaces any time before.
     */
    public void setAgain(String changeId, Instant at, String actor) {
        PasswordChange change = get(changeId);
        events.lock(change.incidentId());
        forget(change.incidentId());
        rows.setAgain(changeId, at);
        append(change, actor, "PasswordSetAgain", Map.of("setAt", at.toString()));
    }

    /**
     * Stores what is known of the change; event {@code PasswordChangeVerified}, {@code PasswordChangeRefuted} or
     * {@code PasswordChangeUnverifiable}. What is found out later replaces it.
     *
     * @param verifiedBy how it is known: fixed codes
     * @throws IllegalArgumentException if {@code verification} is pending
     */
    public void settle(String changeId, Verification verification, List<String> verifiedBy) {
        settle(get(changeId), verification, verifiedBy);
    }

    /** The same for a change that was read already, however long ago. */
    public void settle(PasswordChange change, Verification verification, List<String> verifiedBy) {
        String type = switch (verification) {
            case VERIFIED -> "PasswordChangeVerified";
            case REFUTED -> "PasswordChangeRefuted";
            case UNVERIFIABLE -> "PasswordChangeUnverifiable";
            case PENDING -> throw new IllegalArgumentException("a change does not settle as pending");
        };
        events.lock(change.incidentId());
        forget(change.incidentId());
        rows.settle(change.id(), verification, verifiedBy, Times.now(clock));
        append(change, type, Map.of("verifiedBy", List.copyOf(verifiedBy)));
    }

    /** The change with this id. */
    public Optional<PasswordChange> find(String id) {
        return rows.find(id);
    }

    /** The case's change with this id. */
    public Optional<PasswordChange> find(String incidentId, String id) {
        return of(incidentId).stream().filter(change -> change.id().equals(id)).findFirst();
    }

    /** The case's change of the highest epoch. */
    public Optional<PasswordChange> newest(String incidentId) {
        List<PasswordChange> changes = of(incidentId);
        return changes.isEmpty() ? Optional.empty() : Optional.of(changes.get(changes.size() - 1));
    }

    /** All changes of these cases, by their ids. */
    public Map<String, PasswordChange> ofAll(Collection<String> incidentIds) {
        return rows.of(incidentIds).stream().collect(Collectors.toMap(PasswordChange::id, Function.identity()));
    }

    /** The case's changes by epoch. */
    public List<PasswordChange> of(String incidentId) {
        return READ.of(
                incidentId,
                ids -> rows.of(ids).stream()
                        .map(change -> Map.entry(change.incidentId(), change))
                        .toList());
    }

    /** The transaction that runs writes changes of the case. */
    static void forget(String incidentId) {
        READ.forget(incidentId);
    }

    private PasswordChange get(String id) {
        return find(id).orElseThrow(() -> new NoSuchElementException("There is no such password change."));
    }

    private void append(PasswordChange change, String type, Map<String, ?> more) {
        append(change, CaseEvent.SYSTEM, type, more);
    }

    private void append(PasswordChange change, String actor, String type, Map<String, ?> more) {
        events.append(change.incidentId(), actor, type, content(change, more));
    }

    /** What each event of a change tells. */
    static Map<String, Object> content(PasswordChange change, Map<String, ?> more) {
        Map<String, Object> payload = new HashMap<>(more);
        payload.put("change", change.id());
        payload.put("epoch", change.epoch());
        return payload;
    }
}

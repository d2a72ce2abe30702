package org.mailboxremediation.event;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Checks a chain whose payloads were purged in part: each that is gone must be covered by a purge that two people decided. */
public final class PurgeCheck {

    private final List<CaseEvent> events;
    private final Predicate<Purge> signed;
    private final Set<Long> covered = new HashSet<>();
    private final List<Finding> findings = new ArrayList<>();

    private PurgeCheck(List<CaseEvent> events, Predicate<Purge> signed) {
        this.events = events;
        this.signed = signed;
    }

    /**
     * Something wrong.
     *
     * @param position of the event, from 1
     * @param why a fixed sentence
     */
    public record Finding(long position, String why) {}

    /**
     * Checks.
     *
     * @param events of one case, in their order; a chain that {@link ChainCheck} found intact
     * @param signed whether a purge's signature is to be believed
     * @return all that is wrong
     */
    public static List<Finding> check(List<CaseEvent> events, Predicate<Purge> signed) {
        PurgeCheck check = new PurgeCheck(events, signed);
        events.stream().filter(event -> event.type().equals(Purge.EVENT)).forEach(check::purge);
        events.stream()
                .filter(event -> event.form().purged() && !check.covered.contains(event.sequence()))
                .forEach(event -> check.find(event, "The payload is gone, and no purge covers it."));
        return List.copyOf(check.findings);
    }

    private void purge(CaseEvent event) {
        try {
            Purge purge = Purge.of(event);
            List<CaseEvent> left = purge.numbers(event.sequence() - 1).stream()
                    .map(number -> events.get(number.intValue() - 1))
                    .toList();
            left.forEach(one -> covered.add(one.sequence()));
            String flaw = flaw(purge, event, left);
            if (!flaw.isEmpty()) {
                find(event, flaw);
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException foreign) {
            find(event, "The purge cannot be read.");
        }
    }

    private String flaw(Purge purge, CaseEvent event, List<CaseEvent> left) {
        if (!signed.test(purge)) {
            return "The purge is not signed by a key that is trusted.";
        }
        if (purge.requestedBy().equals(purge.confirmedBy()) || !isRequested(purge, event)) {
            return "The purge was not decided by two people.";
        }
        if (!left.stream().allMatch(one -> one.form().purged())) {
            return "The purge names payloads that are there.";
        }
        return Purge.digest(left).equals(purge.digest()) ? "" : "What the purge left was changed.";
    }

    private boolean isRequested(Purge purge, CaseEvent event) {
        return events.stream()
                .limit(event.sequence() - 1)
                .anyMatch(
                        one -> one.type().equals(Purge.REQUESTED) && one.actor().equals(purge.requestedBy()));
    }

    private void find(CaseEvent event, String why) {
        findings.add(new Finding(event.sequence(), why));
    }
}

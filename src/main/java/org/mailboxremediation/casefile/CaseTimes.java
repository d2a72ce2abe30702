package org.mailboxremediation.casefile;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.mailboxremediation.event.CaseEvent;

/** When a case passed its milestones, as its chain tells: types and times stay when payloads are purged. */
final class CaseTimes {

    private static final Set<String> CLEANED = Set.of("ScanRecorded", "DeviceDisposed");
    private static final Set<String> RESTORED = Set.of("AccessRestored", "CredentialRevealed");

    private final List<CaseEvent> events;

    CaseTimes(List<CaseEvent> events) {
        this.events = events;
    }

    /**
     * A milestone.
     *
     * @param at empty where the case did not come there, or it cannot be told
     */
    record Milestone(String name, Optional<Instant> at) {}

    /** In their order in an ordinary case. */
    List<Milestone> all() {
        Optional<Instant> restored = first(event -> RESTORED.contains(event.type()));
        return List.of(
                new Milestone("Reported", first(event -> true)),
                new Milestone("New password set", first(event -> event.type().equals("PasswordSet"))),
                new Milestone("Lock-out verified", first(event -> event.type().equals("PasswordChangeVerified"))),
                new Milestone("Last device settled before access came back", settledBefore(restored)),
                new Milestone("Access came back", restored),
                new Milestone("Closed", last(event -> event.type().equals("IncidentClosed"))));
    }

    /** From the report to that time, in words. */
    String since(Instant at) {
        Duration taken = Duration.between(events.get(0).at(), at);
        long hours = taken.toHours();
        return hours >= 48
                ? "%d d %d h".formatted(taken.toDays(), taken.toHoursPart())
                : "%d h %02d min %02d s".formatted(hours, taken.toMinutesPart(), taken.toSecondsPart());
    }

    private Optional<Instant> settledBefore(Optional<Instant> restored) {
        return last(event -> CLEANED.contains(event.type())
                && restored.map(at -> !event.at().isAfter(at)).orElse(true));
    }

    private Optional<Instant> first(Predicate<CaseEvent> which) {
        return events.stream().filter(which).findFirst().map(CaseEvent::at);
    }

    private Optional<Instant> last(Predicate<CaseEvent> which) {
        return events.stream().filter(which).reduce((older, newer) -> newer).map(CaseEvent::at);
    }
}

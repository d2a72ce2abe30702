package org.mailboxremediation.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.mailboxremediation.incident.Incident;
import org.mailboxremediation.incident.Incidents;
import org.mailboxremediation.mailbox.ProviderFailure;
import org.springframework.stereotype.Component;

/** Finds what cases owe of one kind, and asks the provider where their mail goes. */
@Component
final class OwedNotices {

    /** A provider that answers slowly must not have many cases' letters wait for the last of them. */
    private static final Duration ASKING = Duration.ofSeconds(10);

    private final Incidents incidents;
    private final QueuedNotices queued;
    private final LiveRoutes routes;
    private final Clock clock;

    OwedNotices(Incidents incidents, QueuedNotices queued, LiveRoutes routes, Clock clock) {
        this.incidents = incidents;
        this.queued = queued;
        this.routes = routes;
        this.clock = clock;
    }

    /** What each case owes: at least the first's, and those of as many more as could be asked for in time. */
    List<Owed> of(List<String> cases, NoticeKind kind) {
        Instant end = clock.instant().plus(ASKING);
        Map<String, Incident> all = incidents.getAll(cases);
        Map<String, List<Notice>> notices = queued.of(cases, kind);
        Set<String> known = routes.known(cases);
        List<Owed> found = new ArrayList<>();
        for (String id : cases) {
            if (!found.isEmpty() && !clock.instant().isBefore(end)) {
                return found;
            }
            found.add(of(Objects.requireNonNull(all.get(id)), notices.getOrDefault(id, List.of()), known));
        }
        return found;
    }

    private Owed of(Incident incident, List<Notice> notices, Set<String> known) {
        return new Owed(incident, notices, routes(incident, notices, known));
    }

    /** Administrators must hear now: without an answer their contacts are checked against what is known. */
    private Collection<String> routes(Incident incident, List<Notice> notices, Set<String> known) {
        try {
            return routes.of(incident, notices, known);
        } catch (ProviderFailure unanswered) {
            return List.of();
        }
    }
}

package org.mailboxremediation.notice;

import java.util.Collection;
import java.util.List;
import org.mailboxremediation.incident.Incident;

/**
 * What a case owes of one kind.
 *
 * @param incident the case
 * @param queued its notices that are not settled
 * @param routes where its mail goes, as far as that was asked of the provider just now
 */
record Owed(Incident incident, List<Notice> queued, Collection<String> routes) {

    Owed {
        queued = List.copyOf(queued);
        routes = List.copyOf(routes);
    }
}

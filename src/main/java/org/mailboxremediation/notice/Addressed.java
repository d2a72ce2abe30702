package org.mailboxremediation.notice;

import java.util.Collection;
import org.mailboxremediation.incident.Incident;

/**
 * A notice of a case, to its recipient.
 *
 * @param incident the case
 * @param notice the notice
 * @param routes where the case's mail goes, as far as that was asked of the provider just now
 */
record Addressed(Incident incident, Notice notice, Collection<String> routes) {}

package org.mailboxremediation.webapp.caseview;

import org.mailboxremediation.outbox.Outbox;
import org.springframework.stereotype.Component;

/** The outside effects of a case: what was asked of the provider, how often, and how the outcome is known. */
@Component
final class CommandRecords {

    private final Outbox outbox;

    CommandRecords(Outbox outbox) {
        this.outbox = outbox;
    }

    Page<CommandRecord> of(String incidentId, PageQuery query) {
        return Page.of(outbox.of(incidentId).stream().map(CommandRecord::of).toList(), query);
    }
}

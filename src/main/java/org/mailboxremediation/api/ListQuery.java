package org.mailboxremediation.api;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.campaign.RowOutcome;
import org.mailboxremediation.incident.IncidentFilter;
import org.mailboxremediation.incident.IncidentStatus;
import org.mailboxremediation.incident.MailboxAddress;

/**
 * Which page of which incidents is asked for.
 *
 * @param page from 0
 * @param size 1 to 200
 */
record ListQuery(IncidentFilter filter, int page, int size) {

    private static final int DEFAULT_SIZE = 20;
    private static final int MAX_SIZE = 200;
    private static final int MAX_PAGE = 1_000_000;

    /** Reads the query's texts; a mere reporter's page holds only what they reported. */
    static ListQuery read(
            @Nullable String status,
            @Nullable String mailbox,
            @Nullable String page,
            @Nullable String size,
            Caller caller) {
        FieldRules rules = new FieldRules();
        Optional<IncidentStatus> wanted =
                QueryTexts.given(status).flatMap(text -> QueryTexts.named("status", IncidentStatus.class, text, rules));
        Optional<MailboxAddress> address = QueryTexts.given(mailbox).flatMap(text -> mailbox(text, rules));
        int number = page(page, rules);
        int length = size(size, rules);
        rules.check();
        IncidentFilter filter = new IncidentFilter(
                wanted.orElse(null), address.orElse(null), caller.readsAll() ? null : caller.userId());
        return new ListQuery(filter, number, length);
    }

    /** Which page, from 0. */
    static int page(@Nullable String page, FieldRules rules) {
        return QueryTexts.given(page)
                .map(text -> QueryTexts.number("page", text, 0, MAX_PAGE, rules))
                .orElse(0);
    }

    /** How many items it has at most. */
    static int size(@Nullable String size, FieldRules rules) {
        return QueryTexts.given(size)
                .map(text -> QueryTexts.number("size", text, 1, MAX_SIZE, rules))
                .orElse(DEFAULT_SIZE);
    }

    /** Which rows of a campaign; null for all. */
    static @Nullable RowOutcome outcome(@Nullable String outcome, FieldRules rules) {
        return QueryTexts.given(outcome)
                .flatMap(text -> QueryTexts.named("outcome", RowOutcome.class, text, rules))
                .orElse(null);
    }

    private static Optional<MailboxAddress> mailbox(String text, FieldRules rules) {
        try {
            return Optional.of(MailboxAddress.parse(text));
        } catch (IllegalArgumentException malformed) {
            rules.add("mailbox", "must be an address such as alice@example.com");
            return Optional.empty();
        }
    }
}

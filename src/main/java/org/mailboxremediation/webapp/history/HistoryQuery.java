package org.mailboxremediation.webapp.history;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.api.FieldRules;
import org.mailboxremediation.api.QueryTexts;
import org.mailboxremediation.incident.Severity;
import org.mailboxremediation.summary.SummaryFilter;
import org.mailboxremediation.summary.SummaryOrder;
import org.mailboxremediation.webapp.QueryRefused;

/**
 * Which page of which cases is asked for.
 *
 * @param page from 0 to 199
 * @param size 1 to 200
 */
record HistoryQuery(SummaryFilter filter, SummaryOrder order, int page, int size) {

    private static final Set<String> NAMES = Set.of(
            "mailbox", "from", "to", "state", "severity", "worker", "infected", "sort", "direction", "page", "size");
    private static final Pattern ADDRESS = Pattern.compile("[\\x21-\\x7e&&[^\"(),:;<>\\[\\]\\\\]]{1,254}");
    private static final Pattern LOGIN = Pattern.compile("[a-zA-Z0-9._@-]{1,64}");
    private static final int MAX_PAGE = 199;

    private enum Answer {
        YES,
        NO
    }

    private enum Direction {
        ASCENDING,
        DESCENDING
    }

    /**
     * Reads the query's texts.
     *
     * @throws QueryRefused naming each parameter that breaks its rule
     */
    static HistoryQuery read(MultivaluedMap<String, String> given) {
        FieldRules rules = new FieldRules();
        given.forEach((name, values) -> {
            if (!NAMES.contains(name)) {
                rules.add(
                        "query",
                        "knows these parameters only: "
                                + String.join(", ", NAMES.stream().sorted().toList()));
            } else if (values.size() > 1) {
                rules.add(name, "must be there once");
            }
        });
        Texts texts = new Texts(given, rules);
        HistoryQuery query = new HistoryQuery(
                filter(texts),
                order(texts),
                texts.number("page", 0, MAX_PAGE).orElse(0),
                texts.number("size", 1, 200).orElse(50));
        refuse(rules);
        return query;
    }

    private static void refuse(FieldRules rules) {
        if (!rules.broken().isEmpty()) {
            throw QueryRefused.fields(rules.broken().stream()
                    .distinct()
                    .map(rule -> new QueryRefused.Field(rule.field(), rule.rule()))
                    .toList());
        }
    }

    private static SummaryFilter filter(Texts texts) {
        return new SummaryFilter(
                texts.matching("mailbox", ADDRESS, "must be the beginning of an address, or of a part of one")
                        .orElse(null),
                texts.day("from", 0),
                texts.day("to", 1),
                texts.named("state", CaseState.class).map(CaseState::statuses).orElse(Set.of()),
                texts.named("severity", Severity.class).orElse(null),
                texts.matching("worker", LOGIN, "must be a login").orElse(null),
                texts.named("infected", Answer.class)
                        .map(answer -> answer == Answer.YES)
                        .orElse(null));
    }

    private static SummaryOrder order(Texts texts) {
        return new SummaryOrder(
                texts.named("sort", SummaryOrder.Column.class).orElse(SummaryOrder.NEWEST.by()),
                texts.named("direction", Direction.class).orElse(Direction.DESCENDING) == Direction.DESCENDING);
    }

    /** The parameters, and what is wrong with them. */
    private record Texts(MultivaluedMap<String, String> given, FieldRules rules) {

        Optional<String> text(String name) {
            return QueryTexts.given(given.getFirst(name)).map(String::strip).filter(text -> !text.isEmpty());
        }

        <E extends Enum<E>> Optional<E> named(String name, Class<E> type) {
            return text(name).flatMap(text -> QueryTexts.named(name, type, text, rules));
        }

        Optional<Integer> number(String name, int min, int max) {
            return text(name).map(text -> QueryTexts.number(name, text, min, max, rules));
        }

        Optional<String> matching(String name, Pattern pattern, String rule) {
            Optional<String> text = text(name);
            if (text.filter(t -> !pattern.matcher(t).matches()).isPresent()) {
                rules.add(name, rule);
                return Optional.empty();
            }
            return text;
        }

        /** The start of that day in UTC, or of so many days later. */
        @Nullable
        Instant day(String name, int later) {
            try {
                return text(name)
                        .map(LocalDate::parse)
                        .filter(day -> day.getYear() >= 2000 && day.getYear() < 3000)
                        .map(day -> day.plusDays(later).atStartOfDay().toInstant(ZoneOffset.UTC))
                        .or(() -> broken(name))
                        .orElse(null);
            } catch (DateTimeParseException malformed) {
                broken(name);
                return null;
            }
        }

        private Optional<Instant> broken(String name) {
            if (text(name).isPresent()) {
                rules.add(name, "must be a day such as 2026-03-01, from 2000 to 2999");
            }
            return Optional.empty();
        }
    }
}

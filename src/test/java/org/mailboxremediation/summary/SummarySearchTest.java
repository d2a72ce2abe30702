package org.mailboxremediation.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailboxremediation.CaseDatabase;
import org.mailboxremediation.database.DatabaseKind;
import org.mailboxremediation.incident.IncidentFixture;
import org.mailboxremediation.incident.IncidentStatus;
import org.mailboxremediation.incident.MailboxAddress;
import org.mailboxremediation.incident.Severity;

/** Four cases, an hour apart, and what finds which. */
@Tag(DatabaseKind.TAG)
final class SummarySearchTest {

    private static final List<String> MAILBOXES = List.of(
            "anna.smith@example.com", "smithers@mail.example.org", "o'hara_42%x@example.com", "zoe@example.net");

    private final CaseDatabase database = new CaseDatabase();
    private final IncidentFixture cases = new IncidentFixture(database);
    private final SummarySearch search = SummaryFixture.search(database);

    @BeforeEach
    void openFour() {
        for (String mailbox : MAILBOXES) {
            cases.open(MailboxAddress.parse(mailbox));
            database.clock.advance(Duration.ofHours(1));
        }
        String zoe =
                search.list(mailbox("zoe"), SummaryOrder.NEWEST, 0, 1).get(0).id();
        database.inTransaction(() -> cases.incidents.close(zoe, IncidentStatus.FALSE_ALARM, "lead"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "anna | 1",
                "ANNA.Smith | 1",
                "smith | 2",
                "smith@ | 1",
                "42 | 1",
                "x@example | 1",
                "o'h | 1",
                "hara_ | 1",
                "example | 4",
                "@example.com | 2",
                "mail.example.org | 1",
                "nna | 0",
                "% | 0",
                "_ | 0",
                "' or 1=1-- | -1",
                "zoe@example.net | 1",
                "zoe@example.netx | 0",
                "com | 0"
            })
    void aMailboxIsFoundByTheBeginningOfAnyOfItsParts(String text, int found) {
        if (found < 0) {
            assertThatThrownBy(() -> mailbox(text)).isInstanceOf(IllegalArgumentException.class);
        } else {
            assertThat(search.count(mailbox(text), 10)).isEqualTo(found);
            assertThat(search.list(mailbox(text), SummaryOrder.NEWEST, 0, 10)).hasSize(found);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lead'; drop table incident; --", "%", "lea_", ""})
    void aHostileLoginIsJustNobodys(String login) {
        assertThat(search.count(new SummaryFilter(null, null, null, Set.of(), null, login, null), 10))
                .isZero();
        assertThat(search.count(SummaryFilter.ALL, 10)).isEqualTo(4);
    }

    @Test
    void eachFilterNarrows() {
        Instant second = CaseDatabase.START.plus(Duration.ofHours(1));
        assertThat(count(new SummaryFilter(null, second, null, Set.of(), null, null, null)))
                .isEqualTo(3);
        assertThat(count(new SummaryFilter(null, null, second, Set.of(), null, null, null)))
                .isEqualTo(1);
        assertThat(count(new SummaryFilter(null, null, null, Set.of(IncidentStatus.FALSE_ALARM), null, null, null)))
                .isEqualTo(1);
        assertThat(count(new SummaryFilter(null, null, null, Set.of(), Severity.CRITICAL, null, null)))
                .isEqualTo(4);
        assertThat(count(new SummaryFilter(null, null, null, Set.of(), Severity.LOW, null, null)))
                .isZero();
        assertThat(count(new SummaryFilter(null, null, null, Set.of(), null, "lead", null)))
                .isEqualTo(1);
        assertThat(count(new SummaryFilter(null, null, null, Set.of(), null, null, true)))
                .isZero();
        assertThat(count(new SummaryFilter("example", second, null, Set.of(), null, "lead", false)))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(SummaryOrder.Column.class)
    void pagesHoldEachCaseOnceWhateverTheOrder(SummaryOrder.Column column) {
        for (boolean descending : new boolean[] {true, false}) {
            SummaryOrder order = new SummaryOrder(column, descending);
            List<CaseSummary> all = search.list(SummaryFilter.ALL, order, 0, 10);
            assertThat(search.list(SummaryFilter.ALL, order, 0, 2)).isEqualTo(all.subList(0, 2));
            assertThat(search.list(SummaryFilter.ALL, order, 2, 2)).isEqualTo(all.subList(2, 4));
            assertThat(all).extracting(CaseSummary::mailbox).containsExactlyInAnyOrderElementsOf(MAILBOXES);
        }
    }

    @Test
    void whatHasNotHappenedIsLast() {
        List<CaseSummary> byEnd =
                search.list(SummaryFilter.ALL, new SummaryOrder(SummaryOrder.Column.CLOSED, false), 0, 10);
        assertThat(byEnd.get(0).mailbox()).isEqualTo("zoe@example.net");
        List<CaseSummary> back =
                search.list(SummaryFilter.ALL, new SummaryOrder(SummaryOrder.Column.CLOSED, true), 0, 10);
        assertThat(back.get(3).mailbox()).isEqualTo("zoe@example.net");
    }

    @Test
    void countingStopsWhereItIsToldTo() {
        assertThat(search.count(SummaryFilter.ALL, 3)).isEqualTo(3);
    }

    private int count(SummaryFilter filter) {
        return search.count(filter, 10);
    }

    private static SummaryFilter mailbox(@Nullable String text) {
        return new SummaryFilter(text, null, null, Set.of(), null, null, null);
    }
}

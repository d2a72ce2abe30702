package org.mailboxremediation.webapp.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailboxremediation.incident.IncidentStatus;
import org.mailboxremediation.incident.Severity;
import org.mailboxremediation.summary.SummaryFilter;
import org.mailboxremediation.summary.SummaryOrder;
import org.mailboxremediation.webapp.QueryRefusals;
import org.mailboxremediation.webapp.QueryRefused;

final class HistoryQueryTest {

    @Test
    void nothingAskedForIsTheFirstPageOfAllTheNewestFirst() {
        assertThat(HistoryQuery.read(asked()))
                .isEqualTo(new HistoryQuery(SummaryFilter.ALL, SummaryOrder.NEWEST, 0, 50));
    }

    @Test
    void everyParameterIsRead() {
        MultivaluedMap<String, String> asked = asked(
                "mailbox", " Alice ", "from", "2026-03-01", "to", "2026-03-31", "state", "RUNNING", "severity", "HIGH");
        asked.putAll(asked("worker", "carol.b", "infected", "NO", "sort", "LOCK_OUT", "direction", "ASCENDING"));
        asked.putAll(asked("page", "3", "size", "10"));

        assertThat(HistoryQuery.read(asked))
                .isEqualTo(new HistoryQuery(
                        new SummaryFilter(
                                "Alice",
                                Instant.parse("2026-03-01T00:00:00Z"),
                                Instant.parse("2026-04-01T00:00:00Z"),
                                Set.of(IncidentStatus.OPEN, IncidentStatus.REOPENED),
                                Severity.HIGH,
                                "carol.b",
                                false),
                        new SummaryOrder(SummaryOrder.Column.LOCK_OUT, false),
                        3,
                        10));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "mailbox | a b",
                "mailbox | <img>x,y",
                "mailbox | ä@example.com",
                "mailbox | \"x\"",
                "from | yesterday",
                "from | 2026-02-30",
                "to | 999999999-01-01",
                "from | 1999-12-31",
                "state | closed",
                "state | OPEN' or '1'='1",
                "severity | 4",
                "worker | ' or 1=1 --",
                "worker | <script>",
                "infected | maybe",
                "sort | reported_at; drop table incident",
                "sort | REPORTED,(select 1)",
                "direction | desc nulls last",
                "page | -1",
                "page | 200",
                "page | 1e3",
                "page | 99999999999",
                "size | 0",
                "size | 201"
            })
    void whatBreaksARuleIsNamedAndNeverRepeated(String name, String value) {
        assertThatThrownBy(() -> HistoryQuery.read(asked(name, value)))
                .isInstanceOfSatisfying(QueryRefused.class, refused -> {
                    assertThat(refused).hasMessage("The request breaks a rule: see fields.");
                    assertThat(QueryRefusals.fields(refused)).containsOnlyKeys(name);
                    assertThat(QueryRefusals.fields(refused).get(name))
                            .doesNotContain(value.length() > 3 ? value : "never");
                });
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        MultivaluedMap<String, String> asked = asked("page", "x", "size", "y", "order", "by");
        asked.add("state", "OPEN");
        asked.add("state", "OPEN");

        assertThatThrownBy(() -> HistoryQuery.read(asked))
                .isInstanceOfSatisfying(
                        QueryRefused.class,
                        refused -> assertThat(QueryRefusals.fields(refused))
                                .containsOnlyKeys("page", "size", "query", "state"));
    }

    private static MultivaluedMap<String, String> asked(String... pairs) {
        MultivaluedMap<String, String> asked = new MultivaluedHashMap<>();
        for (int index = 0; index < pairs.length; index += 2) {
            asked.add(pairs[index], pairs[index + 1]);
        }
        return asked;
    }
}

package org.mailboxremediation.webapp.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailboxremediation.incident.IncidentStatus;
import org.mailboxremediation.incident.Severity;

final class HistoryCsvTest {

    private static final Instant REPORTED = Instant.parse("2026-03-02T09:00:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=cmd|'/c'!a1@example.com",
                "+1@example.com",
                "-1@example.com",
                "|x@example.com",
                "%x@example.com"
            })
    void aFormulaBecomesText(String mailbox) throws IOException {
        assertThat(csv(mailbox, List.of("=x")))
                .contains(",'" + mailbox + "")
                .doesNotContain(",=")
                .contains("'=x");
    }

    @Test
    void aCaseIsALine() throws IOException {
        assertThat(csv("alice@example.com", List.of("admin", "lead")))
                .isEqualTo("id,mailbox,status,severity,reportedAt,closedAt,timeToLockOutSeconds,timeToRestoreSeconds,"
                        + "infected,workedOnBy\r\n"
                        + "id-1,alice@example.com,FALSE_ALARM,LOW,2026-03-02T09:00:00Z,,4.5,,yes,admin lead\r\n");
    }

    private static String csv(String mailbox, List<String> workers) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        HistoryRow row = new HistoryRow(
                "id-1", mailbox, IncidentStatus.FALSE_ALARM, Severity.LOW, REPORTED, null, 4.5, null, true, workers);
        HistoryCsv.write(List.of(row), out);
        return out.toString(StandardCharsets.UTF_8);
    }
}

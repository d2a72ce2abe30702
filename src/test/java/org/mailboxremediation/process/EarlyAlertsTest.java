package org.mailboxremediation.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailboxremediation.CaseContext;
import org.mailboxremediation.database.DatabaseKind;
import org.mailboxremediation.incident.Incident;
import org.mailboxremediation.incident.Incidents;
import org.mailboxremediation.incident.Owner;
import org.mailboxremediation.notice.Notices;
import org.mailboxremediation.outbox.Command;
import org.mailboxremediation.outbox.Outcome;
import org.mailboxremediation.outbox.Outcome.State;
import org.springframework.mail.javamail.JavaMailSenderImpl;

@Tag(DatabaseKind.TAG)
class EarlyAlertsTest {

    private final CaseContext context = new CaseContext(
            new JavaMailSenderImpl(),
            Map.of(
                    "remediation.organisation.domains", "example.com",
                    "remediation.organisation.administrator-contacts", "it-desk@example.net",
                    "remediation.notice.from", "desk@example.net"));
    private final Notices notices = context.get(Notices.class);
    private final Incidents incidents = context.get(Incidents.class);
    private final EarlyAlerts alerts = new EarlyAlerts(incidents, notices);
    private final Incident incident = context.open("alice@example.com", Owner.UNKNOWN, List.of());

    @AfterEach
    void close() {
        context.close();
    }

    @ParameterizedTest
    @CsvSource({"CLEAR_SETTINGS,VERIFIED", "CLEAR_SETTINGS,NEEDS_PERSON", "CHANGE_PASSWORD,UNVERIFIABLE"})
    void areOwedOnceItIsKnownWhereMailGoesOrThatThisMustWait(String step, State state) {
        settled(step, state);

        assertThat(notices.of(incident.id())).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"CHANGE_PASSWORD,VERIFIED", "SNAPSHOT,VERIFIED"})
    void areNotOwedBefore(String step, State state) {
        settled(step, state);

        assertThat(notices.of(incident.id())).isEmpty();
    }

    @Test
    void areTheProceduresWhereOneRuns() {
        context.database.inTransaction(() -> incidents.attachProcess(incident.id(), "process"));
        settled("CLEAR_SETTINGS", State.VERIFIED);

        assertThat(notices.of(incident.id())).isEmpty();
    }

    private void settled(String step, State state) {
        Command command = new Command("id", incident.id(), step, 1, Map.of(), 0, 1, incident.reportedAt());
        context.database.inTransaction(() -> alerts.settled(command, Outcome.of(state, Map.of())));
    }
}

package org.mailboxremediation.incident;

import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the rows of many new incidents, a batch a table. */
@Component
final class IncidentBatchWriter {

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;

    IncidentBatchWriter(DataSource dataSource, JdbcClient jdbc) {
        this.batches = new JdbcTemplate(dataSource);
        this.jdbc = jdbc;
    }

    void insert(List<Incident> incidents) {
        OpenMailboxes.changed();
        write(
                "insert into incident (id, mailbox, open_mailbox, status, severity, lock_out, access_before,"
                        + " reporter_user, reporter_name, reporter_email, reporter_role, owner_name, owner_contact,"
                        + " note, reported_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                incidents,
                incident -> Stream.<Object[]>of(row(incident)));
        write(
                "insert into incident_symptom (incident_id, symptom, observed_at, reported_by) values (?, ?, ?, ?)",
                incidents,
                IncidentBatchWriter::symptoms);
        write(
                "insert into incident_risk_factor (incident_id, risk_factor) values (?, ?)",
                incidents,
                incident -> incident.riskFactors().stream().map(factor -> new Object[] {incident.id(), factor.name()}));
        write(
                "insert into incident_colleague (incident_id, email) values (?, ?)",
                incidents,
                incident -> incident.colleagues().stream().map(email -> new Object[] {incident.id(), email}));
    }

    Map<MailboxAddress, String> open(Collection<MailboxAddress> mailboxes) {
        return jdbc
                .sql("select open_mailbox, id from incident where open_mailbox in (:mailboxes)")
                .param(
                        "mailboxes",
                        mailboxes.stream().map(MailboxAddress::asString).toList())
                .query((row, n) -> Map.entry(MailboxAddress.parse(row.getString(1)), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void write(String sql, List<Incident> incidents, Function<Incident, Stream<Object[]>> rows) {
        List<Object[]> all = incidents.stream().flatMap(rows).toList();
        if (!all.isEmpty()) {
            batches.batchUpdate(sql, all);
        }
    }

    private static Object[] row(Incident incident) {
        Reporter reporter = incident.reporter();
        String mailbox = incident.mailbox().asString();
        return new Object[] {
            incident.id(),
            mailbox,
            mailbox,
            incident.status().name(),
            incident.severity().name(),
            incident.lockOut().name(),
            incident.accessBefore().name(),
            reporter.userId(),
            reporter.name(),
            reporter.email(),
            reporter.role().name(),
            incident.owner().name(),
            incident.owner().contact(),
            incident.note(),
            Times.sql(incident.reportedAt())
        };
    }

    private static Stream<Object[]> symptoms(Incident incident) {
        Timestamp at = Times.sql(incident.reportedAt());
        return incident.symptoms().stream().map(symptom -> new Object[] {
            incident.id(), symptom.name(), at, incident.reporter().userId()
        });
    }
}

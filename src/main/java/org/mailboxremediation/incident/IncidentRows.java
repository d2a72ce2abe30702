package org.mailboxremediation.incident;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes incidents of their rows: one query for each list of theirs, however many they are. */
final class IncidentRows {

    private final JdbcClient jdbc;

    IncidentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The rows' incidents in the same order. */
    List<Incident> complete(List<Bare> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<String> ids = rows.stream().map(row -> row.incident().id()).toList();
        Map<String, List<String>> symptoms =
                lists("select incident_id, symptom from incident_symptom where incident_id in (:ids)", ids);
        Map<String, List<String>> factors =
                lists("select incident_id, risk_factor from incident_risk_factor where incident_id in (:ids)", ids);
        Map<String, List<String>> colleagues = lists(
                "select incident_id, email from incident_colleague where incident_id in (:ids) order by email", ids);
        return rows.stream()
                .map(row -> row.with(
                        symptoms.getOrDefault(row.incident().id(), List.of()),
                        factors.getOrDefault(row.incident().id(), List.of()),
                        colleagues.getOrDefault(row.incident().id(), List.of())))
                .toList();
    }

    private Map<String, List<String>> lists(String sql, List<String> ids) {
        return jdbc
                .sql(sql)
                .param("ids", ids)
                .query((row, n) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    /** An incident whose lists are still empty. */
    record Bare(Incident incident) {

        static Bare read(ResultSet row, int number) throws SQLException {
            return new Bare(new Incident(
                    row.getString("id"),
                    MailboxAddress.parse(row.getString("mailbox")),
                    IncidentStatus.valueOf(row.getString("status")),
                    Severity.valueOf(row.getString("severity")),
                    LockOut.valueOf(row.getString("lock_out")),
                    AccessBefore.valueOf(row.getString("access_before")),
                    reporter(row),
                    new Owner(row.getString("owner_name"), row.getString("owner_contact")),
                    Set.of(),
                    Set.of(),
                    List.of(),
                    row.getString("note"),
                    Times.read(row, "reported_at"),
                    Times.readOrNull(row, "closed_at"),
                    row.getString("process_instance_id")));
        }

        private static Reporter reporter(ResultSet row) throws SQLException {
            return new Reporter(
                    row.getString("reporter_user"),
                    row.getString("reporter_name"),
                    row.getString("reporter_email"),
                    ReporterRole.valueOf(row.getString("reporter_role")));
        }

        Incident with(List<String> symptoms, List<String> riskFactors, List<String> colleagues) {
            return new Incident(
                    incident.id(),
                    incident.mailbox(),
                    incident.status(),
                    incident.severity(),
                    incident.lockOut(),
                    incident.accessBefore(),
                    incident.reporter(),
                    incident.owner(),
                    symptoms.stream().map(Symptom::valueOf).collect(Collectors.toSet()),
                    riskFactors.stream().map(RiskFactor::valueOf).collect(Collectors.toSet()),
                    colleagues,
                    incident.note(),
                    incident.reportedAt(),
                    incident.closedAt(),
                    incident.processInstanceId());
        }
    }
}

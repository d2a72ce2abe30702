package org.mailboxremediation.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Makes incidents of their rows. One statement brings their lists too: a case is read many times while it starts. */
final class IncidentRows {

    /** To be followed by a condition on {@code incident}. No code and no address holds a comma. */
    static final String SELECT = "select incident.*,"
            + " (select string_agg(s.symptom, ',') from incident_symptom s where s.incident_id = incident.id)"
            + " as all_symptoms,"
            + " (select string_agg(f.risk_factor, ',') from incident_risk_factor f where f.incident_id = incident.id)"
            + " as all_risk_factors,"
            + " (select string_agg(c.email, ',') from incident_colleague c where c.incident_id = incident.id)"
            + " as all_colleagues from incident ";

    private IncidentRows() {}

    static Incident read(ResultSet row, int number) throws SQLException {
        return new Incident(
                row.getString("id"),
                MailboxAddress.parse(row.getString("mailbox")),
                IncidentStatus.valueOf(row.getString("status")),
                Severity.valueOf(row.getString("severity")),
                LockOut.valueOf(row.getString("lock_out")),
                AccessBefore.valueOf(row.getString("access_before")),
                reporter(row),
                new Owner(row.getString("owner_name"), row.getString("owner_contact")),
                list(row, "all_symptoms").stream().map(Symptom::valueOf).collect(Collectors.toSet()),
                list(row, "all_risk_factors").stream().map(RiskFactor::valueOf).collect(Collectors.toSet()),
                list(row, "all_colleagues").stream().sorted().toList(),
                row.getString("note"),
                Times.read(row, "reported_at"),
                Times.readOrNull(row, "closed_at"),
                row.getString("process_instance_id"));
    }

    private static List<String> list(ResultSet row, String column) throws SQLException {
        String joined = row.getString(column);
        return joined == null ? List.of() : Arrays.asList(joined.split(",", -1));
    }

    private static Reporter reporter(ResultSet row) throws SQLException {
        return new Reporter(
                row.getString("reporter_user"),
                row.getString("reporter_name"),
                row.getString("reporter_email"),
                ReporterRole.valueOf(row.getString("reporter_role")));
    }
}

package org.mailboxremediation.incident;

import java.time.Instant;
import java.util.Collection;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the incident's rows; what they mean, and the event beside them, is {@link Incidents}' business. */
@Component
final class IncidentWriter {

    private final JdbcClient jdbc;

    IncidentWriter(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(String id, Report report, Triage triage, AccessBefore accessBefore, Instant at) {
        OpenMailboxes.changed();
        try {
            insertRow(id, report, triage, accessBefore, at);
        } catch (DuplicateKeyException open) {
            throw new IncidentAlreadyOpen(report.mailbox());
        }
        addSymptoms(id, report.symptoms(), report.reporter(), at);
        addRiskFactors(id, report.riskFactors());
        addColleagues(id, report.colleagues());
    }

    void addSymptoms(String id, Collection<Symptom> symptoms, Reporter reporter, Instant at) {
        ReadIncidents.forget(id);
        symptoms.forEach(
                symptom -> jdbc.sql("insert into incident_symptom (incident_id, symptom, observed_at, reported_by)"
                                + " values (:id, :symptom, :at, :by)")
                        .param("id", id)
                        .param("symptom", symptom.name())
                        .param("at", Times.sql(at))
                        .param("by", reporter.userId())
                        .update());
    }

    void addRiskFactors(String id, Collection<RiskFactor> riskFactors) {
        ReadIncidents.forget(id);
        riskFactors.forEach(
                factor -> jdbc.sql("insert into incident_risk_factor (incident_id, risk_factor) values (:id, :factor)")
                        .param("id", id)
                        .param("factor", factor.name())
                        .update());
    }

    void addColleagues(String id, Collection<String> colleagues) {
        ReadIncidents.forget(id);
        colleagues.forEach(email -> jdbc.sql("insert into incident_colleague (incident_id, email) values (:id, :email)")
                .param("id", id)
                .param("email", email)
                .update());
    }

    void note(String id, String note) {
        ReadIncidents.forget(id);
        jdbc.sql("update incident set note = :note where id = :id")
                .param("note", note)
                .param("id", id)
                .update();
    }

    void triage(String id, Triage triage) {
        ReadIncidents.forget(id);
        jdbc.sql("update incident set severity = :severity, lock_out = :lockOut where id = :id")
                .param("severity", triage.severity().name())
                .param("lockOut", triage.lockOut().name())
                .param("id", id)
                .update();
    }

    void owner(String id, Owner owner) {
        ReadIncidents.forget(id);
        jdbc.sql("update incident set owner_name = :name, owner_contact = :contact where id = :id")
                .param("name", owner.name())
                .param("contact", owner.contact())
                .param("id", id)
                .update();
    }

    void closed(String id, IncidentStatus status, Instant at) {
        ReadIncidents.forget(id);
        OpenMailboxes.changed();
        jdbc.sql("update incident set status = :status, closed_at = :at, open_mailbox = null where id = :id")
                .param("status", status.name())
                .param("at", Times.sql(at))
                .param("id", id)
                .update();
    }

    boolean isPurged(String id) {
        return jdbc.sql("select purged_at from incident where id = :id")
                .param("id", id)
                .query((row, n) -> row.getTimestamp("purged_at") != null)
                .single();
    }

    void reopened(Incident incident) {
        ReadIncidents.forget(incident.id());
        OpenMailboxes.changed();
        try {
            jdbc.sql("update incident set status = :status, closed_at = null, open_mailbox = mailbox,"
                            + " process_instance_id = null where id = :id")
                    .param("status", IncidentStatus.REOPENED.name())
                    .param("id", incident.id())
                    .update();
        } catch (DuplicateKeyException open) {
            throw new IncidentAlreadyOpen(incident.mailbox());
        }
    }

    boolean attachProcess(String id, String processInstanceId) {
        boolean attached = jdbc.sql("update incident set process_instance_id = :process"
                                + " where id = :id and process_instance_id is null")
                        .param("process", processInstanceId)
                        .param("id", id)
                        .update()
                == 1;
        if (attached) {
            ReadIncidents.change(id, incident -> incident.workedBy(processInstanceId));
        }
        return attached;
    }

    void detachProcess(String id, String processInstanceId) {
        ReadIncidents.forget(id);
        jdbc.sql("update incident set process_instance_id = null where id = :id and process_instance_id = :process")
                .param("process", processInstanceId)
                .param("id", id)
                .update();
    }

    private void insertRow(String id, Report report, Triage triage, AccessBefore accessBefore, Instant at) {
        jdbc.sql("insert into incident (id, mailbox, open_mailbox, status, severity, lock_out, access_before,"
                        + " reporter_user, reporter_name, reporter_email, reporter_role, owner_name, owner_contact,"
                        + " note, reported_at) values (:id, :mailbox, :mailbox, :status, :severity, :lockOut, :before,"
                        + " :user, :name, :email, :role, :owner, :contact, :note, :at)")
                .param("id", id)
                .param("mailbox", report.mailbox().asString())
                .param("status", IncidentStatus.OPEN.name())
                .param("severity", triage.severity().name())
                .param("lockOut", triage.lockOut().name())
                .param("before", accessBefore.name())
                .param("user", report.reporter().userId())
                .param("name", report.reporter().name())
                .param("email", report.reporter().email())
                .param("role", report.reporter().role().name())
                .param("owner", report.owner().name())
                .param("contact", report.owner().contact())
                .param("note", report.note())
                .param("at", Times.sql(at))
                .update();
    }
}

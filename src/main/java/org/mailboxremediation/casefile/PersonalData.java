package org.mailboxremediation.casefile;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which of our tables hold personal data of a case, and how they are rid of it. User ids of those who worked on the case
 * stay: who decided what is the proof. So do blocked addresses, for a block may still be in force.
 */
@Component
final class PersonalData {

    /** The types of events whose payloads hold ids, codes and times only. */
    static final Set<String> HARMLESS = Set.of(
            "AccessBlocked",
            "AccessRestored",
            "CredentialDestroyed",
            "CredentialOffered",
            "CredentialRevealed",
            "CredentialSealed",
            "DeviceNonceIssued",
            "DeviceNonceUsed",
            "IncidentClosed",
            "IncidentTriaged",
            "LessonsAcknowledged",
            "LessonsAssigned",
            "PasswordChangeRefuted",
            "PasswordChangeRequested",
            "PasswordChangeUnverifiable",
            "PasswordChangeVerified",
            "PasswordSet",
            "PasswordSetAgain",
            "PinIssued",
            "PinWrong",
            "PurgeWithdrawn",
            "RestoreRefused",
            "RevealFailed",
            "ScanOverdue",
            "TaskInputRefused");

    private static final List<String> STATEMENTS = List.of(
            "update incident set mailbox = 'purged-' || substring(id from 1 for 8) || '@purged.invalid',"
                    + " reporter_name = 'purged', reporter_email = null, owner_name = null, owner_contact = null,"
                    + " note = null where id = :id",
            "delete from incident_colleague where incident_id = :id",
            "update attestation set subject = 'purged' where incident_id = :id and subject like '%@%'",
            "update attestation set reason = null where incident_id = :id",
            "update device set name = 'purged', owner = 'purged', identifier = null, identifier_key = null"
                    + " where incident_id = :id",
            "update device_scan set tool = 'purged', findings = '[]', reasons = '[]' where incident_id = :id",
            "update device_disposition set reason = 'purged' where incident_id = :id",
            "update sealed_credential set mailbox = 'purged' where incident_id = :id",
            "update mailbox_setting set content = 'purged', reason = null where incident_id = :id",
            "update notice set recipient = 'purged-' || id, reason = null where incident_id = :id",
            "delete from evidence where incident_id = :id",
            "delete from origin where incident_id = :id",
            "update block_entry set caution = null, reason = null, would_hit = case when would_hit is null then null"
                    + " else 'purged' end where incident_id = :id",
            "update campaign_row set mailbox = 'purged', report = null where incident_id = :id",
            "update outbox_command set payload = '{}', details = '{}' where case_id = :id");

    private final JdbcClient jdbc;
    private final Clock clock;

    PersonalData(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether an effect of the case is still owed: its command cannot do without what would go. */
    boolean isInUse(String incidentId) {
        return jdbc.sql("select count(*) from outbox_command where case_id = :id"
                                + " and (settled_at is null or signalled_at is null)")
                        .param("id", incidentId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    boolean isPurged(String incidentId) {
        return jdbc.sql("select purged_at from incident where id = :id")
                .param("id", incidentId)
                .query((row, n) -> row.getTimestamp("purged_at") != null)
                .single();
    }

    /** Removes it, in the caller's transaction. */
    void purge(String incidentId) {
        STATEMENTS.forEach(
                statement -> jdbc.sql(statement).param("id", incidentId).update());
        jdbc.sql("update incident set purged_at = :at where id = :id")
                .param("at", Timestamp.from(clock.instant()))
                .param("id", incidentId)
                .update();
    }
}

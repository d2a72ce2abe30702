package org.mailboxremediation.device;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.mailboxremediation.incident.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of device_scan. */
@Component
final class ScanRows {

    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    ScanRows(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<Scan> of(Collection<String> incidentIds) {
        return jdbc.sql("select * from device_scan where incident_id in (:ids) order by position")
                .param("ids", incidentIds)
                .query((row, n) -> scan(row))
                .list();
    }

    void insert(String incidentId, Scan scan) {
        jdbc.sql("insert into device_scan (id, device_id, incident_id, verdict, tool, signatures_date, started_at,"
                        + " finished_at, files_scanned, findings, reasons, attested_by, recorded_at, position, needs_second)"
                        + " values (:id, :device, :incident, :verdict, :tool, :signatures, :started, :finished, :files,"
                        + " :findings, :reasons, :by, :recorded, :position, :second)")
                .param("id", scan.id())
                .param("device", scan.deviceId())
                .param("incident", incidentId)
                .param("verdict", scan.verdict().name())
                .param("tool", scan.tool())
                .param("signatures", Times.sqlOrNull(scan.signaturesDate()))
                .param("started", Times.sql(scan.startedAt()))
                .param("finished", Times.sql(scan.finishedAt()))
                .param("files", scan.filesScanned())
                .param("findings", write(scan.findings()))
                .param("reasons", write(scan.reasons()))
                .param("by", scan.attestedBy())
                .param("recorded", Times.sql(scan.recordedAt()))
                .param("position", scan.position())
                .param("second", scan.needsSecond())
                .update();
    }

    private Scan scan(ResultSet row) throws SQLException {
        return new Scan(
                row.getString("id"),
                row.getString("device_id"),
                ScanVerdict.valueOf(row.getString("verdict")),
                row.getString("tool"),
                Times.readOrNull(row, "signatures_date"),
                Times.read(row, "started_at"),
                Times.read(row, "finished_at"),
                row.getLong("files_scanned"),
                read(row.getString("findings")),
                read(row.getString("reasons")),
                row.getString("attested_by"),
                Times.read(row, "recorded_at"),
                row.getLong("position"),
                row.getBoolean("needs_second"),
                null);
    }

    private String write(List<String> texts) {
        try {
            return json.writeValueAsString(texts);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a list of texts can be written", impossible);
        }
    }

    private List<String> read(String text) {
        try {
            return json.readValue(text, TEXTS);
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("a stored list of texts cannot be read", corrupt);
        }
    }
}

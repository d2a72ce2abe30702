package org.mailboxremediation.webapp.caseview;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.mailboxremediation.api.IncidentJson;
import org.mailboxremediation.incident.Incident;
import org.mailboxremediation.webapp.caseview.CaseHead.EngineHistory;
import org.springframework.stereotype.Component;

/** The case as the HTTP API shows it, and what the engine still knows of it. */
@Component
final class CaseHeads {

    private static final CaseRows.Rows PROCESSES = new CaseRows.Rows("h.ID_", "ACT_HI_PROCINST h", "true", "h.ID_");

    private final IncidentJson incidents;
    private final CaseFileFormats formats;
    private final CaseRows rows;

    CaseHeads(IncidentJson incidents, CaseFileFormats formats, CaseRows rows) {
        this.incidents = incidents;
        this.formats = formats;
        this.rows = rows;
    }

    CaseHead of(Incident incident) {
        ObjectNode shown = incidents.withSettings(incident.id());
        JsonNode devices = shown.remove("devices");
        return new CaseHead(shown, devices.size(), history(incident), formats.names());
    }

    /** The devices with their scans, as the HTTP API shows them. */
    Page<JsonNode> devices(Incident incident, PageQuery query) {
        JsonNode devices = incidents.of(incident.id()).path("devices");
        List<JsonNode> all = StreamSupport.stream(devices.spliterator(), false).toList();
        return Page.of(all, query);
    }

    private EngineHistory history(Incident incident) {
        if (rows.count(incident.id(), PROCESSES) > 0) {
            return EngineHistory.KEPT;
        }
        boolean waits = incident.status().isOpen() && incident.processInstanceId() == null;
        return waits ? EngineHistory.NOT_STARTED : EngineHistory.REMOVED;
    }
}

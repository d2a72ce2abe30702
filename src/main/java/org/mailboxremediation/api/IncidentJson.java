package org.mailboxremediation.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.mailboxremediation.incident.MailboxSettings;
import org.springframework.stereotype.Component;

/** An incident as programs read it over HTTP, for what shows it elsewhere. */
@Component
public final class IncidentJson {

    private final IncidentViews views;
    private final MailboxSettings settings;
    private final ObjectMapper json;

    IncidentJson(IncidentViews views, MailboxSettings settings, ObjectMapper json) {
        this.views = views;
        this.settings = settings;
        this.json = json;
    }

    /** The incident as it stands now, as {@code GET /api/incidents/{id}} answers it. */
    public ObjectNode of(String incidentId) {
        return json.valueToTree(views.of(incidentId));
    }

    /** The same with the mailbox's {@code settings} as they were found, and what became of each. */
    public ObjectNode withSettings(String incidentId) {
        ObjectNode incident = of(incidentId);
        List<SettingView> found =
                settings.of(incidentId).stream().map(SettingView::of).toList();
        incident.set("settings", json.valueToTree(found));
        return incident;
    }
}

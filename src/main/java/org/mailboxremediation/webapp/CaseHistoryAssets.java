package org.mailboxremediation.webapp;

import jakarta.ws.rs.Path;
import java.util.List;
import org.camunda.bpm.cockpit.plugin.resource.AbstractCockpitPluginRootResource;

/** Serves the Cockpit plugin's modules and styles. Anybody may have them, logged in or not: nothing in them is secret. */
@Path("plugin/" + CaseHistoryPlugin.ID)
public final class CaseHistoryAssets extends AbstractCockpitPluginRootResource {

    /** What is served, and nothing else. */
    static final List<String> ASSETS = List.of(
            "app/plugin.js",
            "app/plugin.css",
            "app/dom.js",
            "app/diagram.js",
            "app/diagram-icons.js",
            "app/history.js",
            "app/dashboard.js",
            "app/chart.js",
            "app/case.js",
            "app/case.css",
            "app/case-facts.js",
            "app/case-link.js",
            "app/case-lists.js",
            "app/case-path.js",
            "app/case-proof.js",
            "app/case-text.js",
            "app/case-timeline.js",
            "app/case-triage.js");

    public CaseHistoryAssets() {
        super(CaseHistoryPlugin.ID);
        allowedAssets = ASSETS;
    }
}

package org.mailboxremediation.webapp;

import java.util.Set;
import org.camunda.bpm.cockpit.plugin.spi.impl.AbstractCockpitPlugin;
import org.mailboxremediation.webapp.caseview.EngineResource;
import org.mailboxremediation.webapp.caseview.FactsResource;
import org.mailboxremediation.webapp.caseview.ProofResource;
import org.mailboxremediation.webapp.history.DashboardResource;
import org.mailboxremediation.webapp.history.HistoryResource;

/** The Cockpit plugin for auditors. Camunda finds it by its services file and makes it itself, without Spring. */
public final class CaseHistoryPlugin extends AbstractCockpitPlugin {

    /** Names the plugin in its address, {@code /camunda/api/cockpit/plugin/case-history}, and its assets' folder. */
    public static final String ID = "case-history";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public Set<Class<?>> getResourceClasses() {
        return Set.of(
                CaseHistoryAssets.class,
                CaseReadersFilter.class,
                HistoryResource.class,
                DashboardResource.class,
                FactsResource.class,
                EngineResource.class,
                ProofResource.class);
    }
}

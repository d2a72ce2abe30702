package org.mailboxremediation.webapp.history;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.mailboxremediation.webapp.Answers;
import org.mailboxremediation.webapp.CaseHistoryPlugin;

/** What the case history asks for. Who may ask is settled before a call arrives here. */
@Path("plugin/" + CaseHistoryPlugin.ID + "/{engineName}/cases")
public final class HistoryResource {

    @GET
    public Response list() {
        return Answers.of(() -> Map.of("items", List.of()));
    }
}

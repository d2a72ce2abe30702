package org.mailboxremediation.webapp.caseview;

import jakarta.servlet.ServletContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.webapp.CaseHistoryPlugin;

/** What proves a case: its chain, checked while the caller waits, and its case file. Who may ask is settled before. */
@Path("plugin/" + CaseHistoryPlugin.ID + "/{engineName}/case/{incidentId}/proof")
public final class ProofResource {

    private final CaseCalls calls;

    /** Made for each request. */
    public ProofResource(@Context ServletContext context) {
        calls = CaseCalls.in(context);
    }

    /** 200 and the chain's state, worked out anew. */
    @GET
    @Path("chain")
    public Response chain(@PathParam("incidentId") String incidentId) {
        return calls.answer(incidentId, ChainStatuses.class, (statuses, incident) -> statuses.of(incident.id()));
    }

    /** 200 and the case file, streamed; 400 if the format is none of those that the case's head names. */
    @GET
    @Path("case-file")
    public Response caseFile(
            @PathParam("incidentId") String incidentId, @QueryParam("format") @Nullable String format) {
        return calls.download(
                incidentId, CaseFileFormats.class, (formats, incident) -> formats.file(incident.id(), format));
    }
}

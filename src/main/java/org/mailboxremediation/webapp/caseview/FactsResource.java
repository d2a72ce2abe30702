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

/** What our own tables hold of a case, and so what is there however old it is. Who may ask is settled before. */
@Path("plugin/" + CaseHistoryPlugin.ID + "/{engineName}/case/{incidentId}/facts")
public final class FactsResource {

    private final CaseCalls calls;

    /** Made for each request. */
    public FactsResource(@Context ServletContext context) {
        calls = CaseCalls.in(context);
    }

    /** 200 {@code {incident, devices, history, formats[]}}; 404 if there is no such case, as with all that follow. */
    @GET
    public Response head(@PathParam("incidentId") String incidentId) {
        return calls.answer(incidentId, CaseHeads.class, CaseHeads::of);
    }

    /** 200 {@code {items[], page, size, total}} of devices; 400 if page or size is no such number. */
    @GET
    @Path("devices")
    public Response devices(
            @PathParam("incidentId") String incidentId,
            @QueryParam("page") @Nullable String page,
            @QueryParam("size") @Nullable String size) {
        return calls.answer(
                incidentId, CaseHeads.class, (heads, incident) -> heads.devices(incident, PageQuery.read(page, size)));
    }

    /** 200 {@code {events, kinds}}, a page of those of that type that contain the text. */
    @GET
    @Path("events")
    public Response events(
            @PathParam("incidentId") String incidentId,
            @QueryParam("type") @Nullable String type,
            @QueryParam("text") @Nullable String text,
            @QueryParam("page") @Nullable String page,
            @QueryParam("size") @Nullable String size) {
        return calls.answer(
                incidentId,
                Timeline.class,
                (timeline, incident) -> timeline.of(incident.id(), type, text, PageQuery.read(page, size)));
    }

    /** 200, a page of the outside effects. */
    @GET
    @Path("commands")
    public Response commands(
            @PathParam("incidentId") String incidentId,
            @QueryParam("page") @Nullable String page,
            @QueryParam("size") @Nullable String size) {
        return calls.answer(
                incidentId,
                CommandRecords.class,
                (commands, incident) -> commands.of(incident.id(), PageQuery.read(page, size)));
    }

    /** 200, a page of the evidence. */
    @GET
    @Path("evidence")
    public Response evidence(
            @PathParam("incidentId") String incidentId,
            @QueryParam("page") @Nullable String page,
            @QueryParam("size") @Nullable String size) {
        return calls.answer(
                incidentId,
                EvidenceRecords.class,
                (evidence, incident) -> evidence.of(incident.id(), PageQuery.read(page, size)));
    }
}

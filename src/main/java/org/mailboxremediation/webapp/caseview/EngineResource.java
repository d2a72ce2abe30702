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

/**
 * What the engine's history holds of a case; empty lists once that was cleaned. Who may ask is settled before. Lists are
 * pages {@code {items[], page, size, total}}, and refuse a page or size that is no such number with 400.
 */
@Path("plugin/" + CaseHistoryPlugin.ID + "/{engineName}/case/{incidentId}/engine")
public final class EngineResource {

    private final CaseCalls calls;

    /** Made for each request. */
    public EngineResource(@Context ServletContext context) {
        calls = CaseCalls.in(context);
    }

    /** 200, a page of the models' runs. */
    @GET
    @Path("processes")
    public Response processes(
            @PathParam("incidentId") String incidentId,
            @QueryParam("page") @Nullable String page,
            @QueryParam("size") @Nullable String size) {
        return calls.answer(
                incidentId, ProcessRuns.class, (runs, incident) -> runs.of(incident.id(), PageQuery.read(page, size)));
    }

    /** 200 and the way that a run took; 404 if it is not the case's. */
    @GET
    @Path("processes/{processId}")
    public Response path(@PathParam("incidentId") String incidentId, @PathParam("processId") String processId) {
        return calls.answer(incidentId, Paths.class, (paths, incident) -> paths.of(incident.id(), processId));
    }

    /** 200, a page of the user tasks. */
    @GET
    @Path("tasks")
    public Response tasks(
            @PathParam("incidentId") String incidentId,
            @QueryParam("page") @Nullable String page,
            @QueryParam("size") @Nullable String size) {
        return calls.answer(
                incidentId,
                TaskRecords.class,
                (tasks, incident) -> tasks.of(incident.id(), PageQuery.read(page, size)));
    }

    /** 200, a page of the changes of variables. */
    @GET
    @Path("variables")
    public Response variables(
            @PathParam("incidentId") String incidentId,
            @QueryParam("page") @Nullable String page,
            @QueryParam("size") @Nullable String size) {
        return calls.answer(
                incidentId,
                VariableChanges.class,
                (changes, incident) -> changes.of(incident.id(), PageQuery.read(page, size)));
    }

    /** 200, a page of failed attempts at jobs. */
    @GET
    @Path("job-failures")
    public Response jobFailures(
            @PathParam("incidentId") String incidentId,
            @QueryParam("page") @Nullable String page,
            @QueryParam("size") @Nullable String size) {
        return calls.answer(
                incidentId,
                FailureRecords.class,
                (failures, incident) -> failures.jobs(incident.id(), PageQuery.read(page, size)));
    }

    /** 200, a page of the engine's incidents. */
    @GET
    @Path("incidents")
    public Response incidents(
            @PathParam("incidentId") String incidentId,
            @QueryParam("page") @Nullable String page,
            @QueryParam("size") @Nullable String size) {
        return calls.answer(
                incidentId,
                FailureRecords.class,
                (failures, incident) -> failures.incidents(incident.id(), PageQuery.read(page, size)));
    }

    /** 200, a page of the user operation log. */
    @GET
    @Path("operations")
    public Response operations(
            @PathParam("incidentId") String incidentId,
            @QueryParam("page") @Nullable String page,
            @QueryParam("size") @Nullable String size) {
        return calls.answer(
                incidentId,
                OperationRecords.class,
                (operations, incident) -> operations.of(incident.id(), PageQuery.read(page, size)));
    }

    /** 200 and the decision table of triage, asked again with the case's facts. */
    @GET
    @Path("triage")
    public Response triage(@PathParam("incidentId") String incidentId) {
        return calls.answer(incidentId, TriageTables.class, TriageTables::of);
    }
}

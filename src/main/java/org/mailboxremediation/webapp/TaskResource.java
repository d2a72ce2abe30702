package org.mailboxremediation.webapp;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import org.camunda.bpm.tasklist.resource.AbstractTasklistPluginRootResource;
import org.springframework.web.context.support.WebApplicationContextUtils;

/**
 * What the embedded forms call beside Tasklist's own API. Login and CSRF token are checked by Camunda's filters before a
 * call arrives here; what the person may do with this task is checked by the calls themselves, because those filters know
 * nothing about it. The engine's name must stand in the path: addresses without it are refused to everybody.
 */
@Path("plugin/" + MailboxRemediationPlugin.ID)
public final class TaskResource extends AbstractTasklistPluginRootResource {

    public TaskResource() {
        super(MailboxRemediationPlugin.ID);
    }

    /**
     * Shows the new password once.
     *
     * @param body {@code {pin}} where one is needed; may be empty
     * @return 200 {@code {password}}; 401 without a person, 404 if the task is not there for that person or is not the
     *     hand-over, 409 {@code {message, reasons[]}} if the password may not or cannot be shown, 428 if a PIN is needed
     */
    @POST
    @Path("{engineName}/task/{taskId}/reveal")
    @Produces(MediaType.APPLICATION_JSON)
    public Response reveal(@PathParam("taskId") String taskId, InputStream body) {
        return bean(RevealCall.class).reveal(taskId, body);
    }

    /**
     * Says what part a PIN has here.
     *
     * @return 200 {@code {required, maker, taker}}: whether the reveal needs one, and whether this person may make one or
     *     be shown the password
     */
    @GET
    @Path("{engineName}/task/{taskId}/pin")
    @Produces(MediaType.APPLICATION_JSON)
    public Response pin(@PathParam("taskId") String taskId) {
        return bean(PinCall.class).part(taskId);
    }

    /**
     * Makes the PIN that a security lead reads out.
     *
     * @return 200 {@code {pin}}; 401, 403 for anybody but a security lead, 404 and 409 as with the reveal
     */
    @POST
    @Path("{engineName}/task/{taskId}/pin")
    @Produces(MediaType.APPLICATION_JSON)
    public Response makePin(@PathParam("taskId") String taskId) {
        return bean(PinCall.class).make(taskId);
    }

    /**
     * Takes the message that may have led to the compromise, as a file of at most 25 MiB.
     *
     * @return 200 {@code {returnPath, originatingIp, boundary, scanned}}; 400 if it is empty, 401, 403 for anybody but a mailbox
     *     administrator, 404 as with the reveal, 413 if it is too long
     */
    @POST
    @Path("{engineName}/task/{taskId}/message")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Produces(MediaType.APPLICATION_JSON)
    public Response message(@PathParam("taskId") String taskId, InputStream message) {
        return bean(MessageCall.class).add(taskId, message);
    }

    /**
     * Shows the devices of the task's case.
     *
     * @return 200 {@code {mailbox, reasons[], mayAttest, devices[]}}; 401, 404 as with the reveal
     */
    @GET
    @Path("{engineName}/task/{taskId}/devices")
    @Produces(MediaType.APPLICATION_JSON)
    public Response devices(@PathParam("taskId") String taskId) {
        return bean(DeviceTable.class).of(taskId);
    }

    /**
     * Attests one scan for several devices of the task's case, all of them or none.
     *
     * @return 200 {@code {scans: [{device, verdict, reasons[]}], table}}, the table as it is then; 400 if it names no
     *     scan, 401, 403 for anybody but a mailbox administrator, 404 as with the reveal, 409 if a device is not one of the case's
     */
    @POST
    @Path("{engineName}/task/{taskId}/devices/scans")
    @Produces(MediaType.APPLICATION_JSON)
    public Response scans(@PathParam("taskId") String taskId, InputStream body) {
        return bean(ManyScansCall.class).attest(taskId, body);
    }

    /**
     * Takes a scanner's report, at most 10 MiB, for several devices of the task's case, all of them or none.
     *
     * @param devices their ids
     * @return as {@link #scans}; 409 also if the report is another device's, 413 if it is too long
     */
    @POST
    @Path("{engineName}/task/{taskId}/devices/report")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Produces(MediaType.APPLICATION_JSON)
    public Response report(
            @PathParam("taskId") String taskId, @QueryParam("device") List<String> devices, InputStream report) {
        return bean(ReportCall.class).take(taskId, devices, report);
    }

    /**
     * Makes the nonce with which a device's owner hands in one report. It is shown this once.
     *
     * @return 200 {@code {nonce, expiresAt}}; 401, 403 for anybody but a mailbox administrator, 404 as with the reveal, 409
     *     if the device is not one of the case's, or somebody else holds its scan task
     */
    @POST
    @Path("{engineName}/task/{taskId}/devices/{deviceId}/nonce")
    @Produces(MediaType.APPLICATION_JSON)
    public Response nonce(@PathParam("taskId") String taskId, @PathParam("deviceId") String deviceId) {
        return bean(NonceCall.class).issue(taskId, deviceId);
    }

    /**
     * Shows where the message came from and what could be blocked.
     *
     * @return 200 {@code {origin, links[], blocks[]}}; 401, 404 as with the reveal
     */
    @GET
    @Path("{engineName}/task/{taskId}/blocks")
    @Produces(MediaType.APPLICATION_JSON)
    public Response blocks(@PathParam("taskId") String taskId) {
        return bean(BlocksCall.class).show(taskId);
    }

    /**
     * Adds an entry to what could be blocked, judged as any other.
     *
     * @param body {@code {entry}}
     * @return as {@link #blocks}; 400 if it is no entry, 403 for anybody but a mailbox administrator
     */
    @POST
    @Path("{engineName}/task/{taskId}/blocks")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response addBlock(@PathParam("taskId") String taskId, InputStream body) {
        return bean(BlocksCall.class).add(taskId, body);
    }

    /**
     * Says what the entries would have refused of the last 30 days' mail. Takes some seconds at most.
     *
     * @return 200 {@code {available, whole, lookedAt, refused}}; 401, 403, 404 as above
     */
    @GET
    @Path("{engineName}/task/{taskId}/blocks/preview")
    @Produces(MediaType.APPLICATION_JSON)
    public Response blocksPreview(@PathParam("taskId") String taskId) {
        return bean(BlocksCall.class).preview(taskId);
    }

    private <T> T bean(Class<T> type) {
        return WebApplicationContextUtils.getRequiredWebApplicationContext(servletContext)
                .getBean(type);
    }
}

package org.mailboxremediation.webapp.history;

import jakarta.servlet.ServletContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.mailboxremediation.webapp.Answers;
import org.mailboxremediation.webapp.Beans;
import org.mailboxremediation.webapp.CaseHistoryPlugin;
import org.mailboxremediation.webapp.QueryRefused;

/** What the case history asks for. Who may ask is settled before a call arrives here. */
@Path("plugin/" + CaseHistoryPlugin.ID + "/{engineName}/cases")
public final class HistoryResource {

    /**
     * Searches running and finished cases. All parameters may be left out: {@code mailbox}, {@code from} and {@code to} (days
     * of the report, UTC), {@code state}, {@code severity}, {@code worker}, {@code infected}, {@code sort},
     * {@code direction}, {@code page}, {@code size}.
     *
     * @return 200 {@code {items[], page, size, total, atLeast, more}}; 400 if a parameter breaks its rule
     */
    @GET
    public Response list(@Context UriInfo asked, @Context ServletContext context) {
        return Answers.of(
                () -> Beans.of(context, HistoryCall.class).page(HistoryQuery.read(asked.getQueryParameters())));
    }

    /**
     * The same as a file: the first 10,000 cases, whatever page is shown.
     *
     * @return 200 with CSV; 400 as above
     */
    @GET
    @Path("csv")
    public Response csv(@Context UriInfo asked, @Context ServletContext context) {
        try {
            return Answers.download(
                    Beans.of(context, HistoryCall.class).csv(HistoryQuery.read(asked.getQueryParameters())),
                    "text/csv; charset=utf-8",
                    "case-history.csv");
        } catch (QueryRefused refused) {
            return Answers.problem(refused);
        }
    }
}

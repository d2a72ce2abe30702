package org.mailboxremediation.webapp.history;

import jakarta.servlet.ServletContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.api.FieldRules;
import org.mailboxremediation.api.QueryTexts;
import org.mailboxremediation.webapp.Answers;
import org.mailboxremediation.webapp.Beans;
import org.mailboxremediation.webapp.CaseHistoryPlugin;
import org.mailboxremediation.webapp.QueryRefused;

/** What the dashboard asks for. Who may ask is settled before a call arrives here. */
@Path("plugin/" + CaseHistoryPlugin.ID + "/{engineName}/dashboard")
public final class DashboardResource {

    /**
     * The dashboard over a period: {@code DAYS} (30), {@code WEEKS} (26, what is shown without it) or {@code MONTHS} (36).
     *
     * @return 200 {@code {at, unit, from, steps[], timeToLockOut[], timeToRestore[], overdue, passages, model}}; 400 if the
     *     period breaks its rule
     */
    @GET
    public Response show(@QueryParam("period") @Nullable String period, @Context ServletContext context) {
        return Answers.of(() -> Beans.of(context, DashboardCall.class).show(read(period)));
    }

    private static DashboardPeriod read(@Nullable String period) {
        FieldRules rules = new FieldRules();
        return QueryTexts.named(
                        "period",
                        DashboardPeriod.class,
                        QueryTexts.given(period).orElse(DashboardPeriod.WEEKS.name()),
                        rules)
                .orElseThrow(() -> QueryRefused.fields(List.of(new QueryRefused.Field(
                        rules.broken().get(0).field(), rules.broken().get(0).rule()))));
    }
}

package org.mailboxremediation.webapp.caseview;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.core.Response;
import java.util.function.BiFunction;
import org.mailboxremediation.incident.Incident;
import org.mailboxremediation.incident.Incidents;
import org.mailboxremediation.webapp.Answers;
import org.mailboxremediation.webapp.Beans;
import org.mailboxremediation.webapp.QueryRefused;

/** Calls about one case. Their answers are written by the application's own mapper: Camunda's knows no times. */
final class CaseCalls {

    private final ServletContext context;

    private CaseCalls(ServletContext context) {
        this.context = context;
    }

    static CaseCalls in(ServletContext context) {
        return new CaseCalls(context);
    }

    /** Answers with what the bean says of the case; 404 if there is none. */
    <T> Response answer(String incidentId, Class<T> bean, BiFunction<T, Incident, ?> call) {
        return Answers.of(() -> Beans.of(context, ObjectMapper.class)
                .<JsonNode>valueToTree(call.apply(Beans.of(context, bean), incident(incidentId))));
    }

    /** Answers with what the bean writes of the case; 404 if there is none. */
    <T> Response download(String incidentId, Class<T> bean, BiFunction<T, Incident, Response> call) {
        try {
            return call.apply(Beans.of(context, bean), incident(incidentId));
        } catch (QueryRefused refused) {
            return Answers.problem(refused);
        }
    }

    private Incident incident(String incidentId) {
        return Beans.of(context, Incidents.class).find(incidentId).orElseThrow(() -> QueryRefused.notFound("case"));
    }
}

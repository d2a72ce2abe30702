package org.mailboxremediation.config;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.context.Context;
import org.mailboxremediation.event.AuthenticatedBy;
import org.mailboxremediation.event.AuthenticationContext;
import org.mailboxremediation.event.AuthenticationMethod;
import org.mailboxremediation.event.CaseEvent;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Finds out on whose login this thread works: the call's, the web applications', or nobody's. */
@Component
final class CurrentAuthentication implements AuthenticationContext {

    /** Asked for late: the engine is built of parts that write events. */
    private final ObjectProvider<IdentityService> identity;

    CurrentAuthentication(ObjectProvider<IdentityService> identity) {
        this.identity = identity;
    }

    @Override
    public AuthenticationMethod method(String actor) {
        if (actor.equals(CaseEvent.SYSTEM)) {
            return Context.getCommandContext() == null ? AuthenticationMethod.WORKER : AuthenticationMethod.MODEL;
        }
        return AuthenticatedBy.said().orElseGet(() -> person(actor));
    }

    private AuthenticationMethod person(String actor) {
        Authentication call = SecurityContextHolder.getContext().getAuthentication();
        if (call != null && call.isAuthenticated() && call.getName().equals(actor)) {
            return AuthenticationMethod.HTTP_BASIC;
        }
        org.camunda.bpm.engine.impl.identity.Authentication session =
                identity.getObject().getCurrentAuthentication();
        boolean mine = session != null && actor.equals(session.getUserId());
        return mine ? AuthenticationMethod.WEBAPP_SESSION : AuthenticationMethod.EARLIER;
    }
}

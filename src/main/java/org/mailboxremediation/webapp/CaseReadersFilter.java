package org.mailboxremediation.webapp;

import jakarta.servlet.ServletContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stands before every address of the Cockpit plugin, those included that lead nowhere: Cockpit itself looks only whether
 * somebody is logged in. Who may not read cases learns nothing else, not even that a request was malformed.
 */
@Provider
@PreMatching
public final class CaseReadersFilter implements ContainerRequestFilter {

    private static final String OURS = "plugin/" + CaseHistoryPlugin.ID + "/";
    private static final String ASSETS = OURS + "static/";

    @Context
    private @Nullable ServletContext context;

    @Override
    public void filter(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        String called = path.startsWith("/") ? path.substring(1) : path;
        if (called.startsWith(OURS) && !called.startsWith(ASSETS)) {
            Optional.ofNullable(context)
                    .map(found -> Beans.of(found, CaseReaders.class))
                    .orElseThrow()
                    .refusal()
                    .ifPresent(request::abortWith);
        }
    }
}

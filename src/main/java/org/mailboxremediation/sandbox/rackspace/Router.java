package org.mailboxremediation.sandbox.rackspace;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mailboxremediation.sandbox.SandboxComponent;
import org.mailboxremediation.sandbox.SandboxProperties;

/** Finds the route of a path: version, then the customer or nothing, then the resource. */
@SandboxComponent
final class Router {

    private static final Set<String> VERSIONS = Set.of("v1", "v2");

    private final List<Route> routes;
    private final Set<String> customers;

    Router(List<Resource> resources, SandboxProperties properties) {
        routes = resources.stream()
                .flatMap(resource -> resource.routes().stream())
                .sorted(Comparator.comparingInt(Route::variables))
                .toList();
        customers = Set.of(properties.account(), "me", "all");
    }

    Answer answer(String method, List<String> segments, Fields query, Fields fields) {
        List<String> rest = behindCustomer(segments);
        for (Route route : routes) {
            Optional<Map<String, String>> variables = route.match(method, rest);
            if (variables.isPresent()) {
                return route.action().apply(new Call(variables.get(), query, fields));
            }
        }
        throw Fault.notFound("Resource Not Found");
    }

    private List<String> behindCustomer(List<String> segments) {
        if (segments.isEmpty() || !VERSIONS.contains(segments.get(0).toLowerCase(Locale.ROOT))) {
            throw Fault.notFound("Version Not Found");
        }
        if (segments.size() < 3 || !segments.get(1).equalsIgnoreCase("customers")) {
            return segments.subList(1, segments.size());
        }
        if (!customers.contains(segments.get(2).toLowerCase(Locale.ROOT))) {
            throw Fault.notFound("Customer Not Found");
        }
        return segments.subList(3, segments.size());
    }
}

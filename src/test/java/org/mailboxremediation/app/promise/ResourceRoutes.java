package org.mailboxremediation.app.promise;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The routes of a JAX-RS application by reflection over its resource classes, their interfaces and what they lead on to. */
final class ResourceRoutes {

    private static final int DEEPEST = 6;
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final Collection<Route> found = new TreeSet<>();

    private ResourceRoutes() {}

    /**
     * A call that may change something.
     *
     * @param template its path, parameters in braces
     * @param consumes the first media type that it takes
     */
    record Route(String method, String template, String consumes) implements Comparable<Route> {

        @Override
        public int compareTo(Route other) {
            return (template + method + consumes).compareTo(other.template + other.method + other.consumes);
        }

        String name() {
            return method + " " + template;
        }
    }

    /** All changing calls of the application under that prefix. */
    static Collection<Route> of(String prefix, Application application) {
        ResourceRoutes routes = new ResourceRoutes();
        for (Class<?> type : application.getClasses()) {
            annotation(type, Path.class).ifPresent(path -> routes.collect(type, join(prefix, path.value()), 0));
        }
        return routes.found;
    }

    private void collect(Class<?> type, String prefix, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        for (Method method : type.getMethods()) {
            Optional<Path> path = annotation(method, Path.class);
            String template = path.map(value -> join(prefix, value.value())).orElse(prefix);
            Optional<String> verb = verb(method);
            if (verb.isPresent()) {
                add(verb.get(), template, method);
            } else if (path.isPresent()) {
                collect(method.getReturnType(), template, depth + 1);
            }
        }
    }

    private void add(String verb, String template, Method method) {
        if (!READING.contains(verb)) {
            String consumes = annotation(method, Consumes.class)
                    .map(types -> types.value()[0])
                    .orElse("application/json");
            found.add(new Route(verb, template, consumes));
        }
    }

    private static Optional<String> verb(Method method) {
        return same(method)
                .flatMap(one -> Stream.of(one.getAnnotations()))
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null)
                .map(HttpMethod::value)
                .findFirst();
    }

    private static <A extends Annotation> Optional<A> annotation(Method method, Class<A> type) {
        return same(method)
                .map(one -> one.getAnnotation(type))
                .filter(found -> found != null)
                .findFirst();
    }

    private static <A extends Annotation> Optional<A> annotation(Class<?> of, Class<A> type) {
        return lineage(of)
                .map(one -> one.getAnnotation(type))
                .filter(a -> a != null)
                .findFirst();
    }

    /** The method and those it implements, where the annotations may stand. */
    private static Stream<Method> same(Method method) {
        return lineage(method.getDeclaringClass())
                .flatMap(type -> Stream.of(type.getDeclaredMethods())
                        .filter(one -> one.getName().equals(method.getName()))
                        .filter(one -> Arrays.equals(one.getParameterTypes(), method.getParameterTypes())));
    }

    private static Stream<Class<?>> lineage(Class<?> type) {
        Stream<Class<?>> above = Stream.concat(
                Stream.ofNullable(type.getSuperclass()).filter(up -> up != Object.class),
                Stream.of(type.getInterfaces()));
        return Stream.concat(Stream.of(type), above.flatMap(ResourceRoutes::lineage));
    }

    private static String join(String prefix, String path) {
        String tail = path.startsWith("/") ? path.substring(1) : path;
        return tail.isEmpty() ? prefix : prefix + (prefix.endsWith("/") ? "" : "/") + tail;
    }
}

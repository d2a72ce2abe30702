package org.mailboxremediation.webapp;

import java.util.Map;
import java.util.stream.Collectors;

/** Looks into a refusal, for the tests of other packages. */
public final class QueryRefusals {

    private QueryRefusals() {}

    /** The rule by parameter. */
    public static Map<String, String> fields(QueryRefused refused) {
        return refused.fields().stream().collect(Collectors.toMap(QueryRefused.Field::field, QueryRefused.Field::rule));
    }
}

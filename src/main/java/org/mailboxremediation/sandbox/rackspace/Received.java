package org.mailboxremediation.sandbox.rackspace;

import java.util.List;

/**
 * A request taken apart.
 *
 * @param method the HTTP method
 * @param segments the path behind the prefix
 * @param query the parameters of its query
 * @param fields what its body holds
 */
record Received(String method, List<String> segments, Fields query, Fields fields) {

    OperationName name() {
        return OperationName.of(method, segments, fields);
    }

    /** The same without one field of its body. */
    Received without(String field) {
        return new Received(method, segments, query, fields.without(field));
    }
}

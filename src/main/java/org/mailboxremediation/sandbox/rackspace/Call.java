package org.mailboxremediation.sandbox.rackspace;

import java.util.Locale;
import java.util.Map;

/**
 * One call, as a resource sees it.
 *
 * @param path the variables of its route
 * @param query the parameters of its query
 * @param fields what its form or JSON body holds
 */
record Call(Map<String, String> path, Fields query, Fields fields) {

    /** A name out of the path in lower case, as the provider keeps them. */
    String name(String variable) {
        return path.getOrDefault(variable, "").strip().toLowerCase(Locale.ROOT);
    }

    String domain() {
        return name("domain");
    }

    /** The full address of the mailbox or alias that the path names. */
    String address() {
        return name("name") + "@" + domain();
    }
}

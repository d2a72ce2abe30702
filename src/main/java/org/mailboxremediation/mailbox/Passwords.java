package org.mailboxremediation.mailbox;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.mailboxremediation.credential.Secret;

/** The passwords of a mailbox that we know, by what they are to it. */
record Passwords(Map<String, Secret> known) {

    /** The one that was set. */
    static final String NEW = "new";
    /** The one before it. */
    static final String OLD = "old";

    /** The end of a code: the servers took it. */
    static final String ACCEPTED = "-accepted";

    /** The end of a code: the servers did not take it. */
    static final String REFUSED = "-refused";

    static Passwords of(Optional<Secret> current, Optional<Secret> old) {
        Map<String, Secret> known = new LinkedHashMap<>();
        current.ifPresent(password -> known.put(NEW, password));
        old.ifPresent(password -> known.put(OLD, password));
        return new Passwords(known);
    }
}

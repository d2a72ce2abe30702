package org.mailboxremediation.api;

import java.util.Optional;

/** How a JSON object is read. */
@FunctionalInterface
interface Shape<T> {

    /** The value; may be empty only if a broken rule was noted. */
    Optional<T> read(Members in);
}

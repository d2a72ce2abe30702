package org.mailboxremediation.event;

import java.util.Optional;
import java.util.function.Supplier;

/** Says for a piece of work what its thread does not show by itself: that it is a campaign's, or let in by a nonce. */
public final class AuthenticatedBy {

    private static final ThreadLocal<AuthenticationMethod> SAID = new ThreadLocal<>();

    private AuthenticatedBy() {}

    /** Does the work; events of persons written by it on this thread carry that method. */
    public static <T> T during(AuthenticationMethod method, Supplier<T> work) {
        AuthenticationMethod before = SAID.get();
        SAID.set(method);
        try {
            return work.get();
        } finally {
            if (before == null) {
                SAID.remove();
            } else {
                SAID.set(before);
            }
        }
    }

    /** What was said for the work that runs. */
    public static Optional<AuthenticationMethod> said() {
        return Optional.ofNullable(SAID.get());
    }
}

package org.mailboxremediation.api;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.incident.Reporter;

/**
 * Who reported first.
 *
 * @param role {@code user} or {@code administrator}
 */
record ReporterView(String userId, String name, @Nullable String email, String role) {

    static ReporterView of(Reporter reporter) {
        return new ReporterView(
                reporter.userId(),
                reporter.name(),
                reporter.email(),
                reporter.role().name().toLowerCase(Locale.ROOT));
    }
}

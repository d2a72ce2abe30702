package org.mailboxremediation.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.incident.MailboxAddress;
import org.mailboxremediation.incident.Reporter;
import org.mailboxremediation.incident.ReporterRole;

/**
 * Who reported, where it is not the caller.
 *
 * @param name 1 to 200 characters
 * @param role which of the article's two audiences; the caller's own if absent
 */
record ReporterBody(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String name,
        @Schema(nullable = true) @Nullable String email,

        @Schema(
                nullable = true,
                allowableValues = {"user", "administrator"})
        @Nullable
        String role) {

    static Optional<ReporterBody> read(Members in) {
        in.need("name");
        Optional<String> name = in.line("name", 200);
        Optional<String> email = in.address("email").map(MailboxAddress::asString);
        Optional<String> role = in.word("role", List.of("user", "administrator"));
        return name.map(n -> new ReporterBody(n, email.orElse(null), role.orElse(null)));
    }

    Reporter toReporter(Caller caller) {
        boolean administrator = role == null ? caller.isAdministrator() : role.equals("administrator");
        return new Reporter(
                caller.userId(), name, email, administrator ? ReporterRole.ADMINISTRATOR : ReporterRole.USER);
    }
}

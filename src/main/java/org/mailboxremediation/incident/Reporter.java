package org.mailboxremediation.incident;

import org.jspecify.annotations.Nullable;

/**
 * Who reported.
 *
 * @param userId the caller's login, 1 to 64 characters
 * @param name 1 to 200 characters
 * @param email where the reporter can be reached; need not be a mailbox of ours
 * @param role which of the article's two audiences
 */
public record Reporter(String userId, String name, @Nullable String email, ReporterRole role) {

    public Reporter {
        TextBounds.line("reporter.userId", userId, 64);
        TextBounds.line("reporter.name", name, 200);
        if (email != null) {
            MailboxAddress.parse(email);
        }
    }
}

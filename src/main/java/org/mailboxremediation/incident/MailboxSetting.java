package org.mailboxremediation.incident;

import org.jspecify.annotations.Nullable;

/**
 * A setting of the mailbox as it was found.
 *
 * @param id a random UUID
 * @param value the address, or the auto-reply's text; at most 4,000 characters are kept
 * @param decidedBy who accepted it or wants it back
 * @param reason why
 */
public record MailboxSetting(
        String id,
        SettingKind kind,
        String value,
        SettingState state,
        @Nullable String decidedBy,
        @Nullable String reason) {}

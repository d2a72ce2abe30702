package org.mailboxremediation.api;

import org.jspecify.annotations.Nullable;
import org.mailboxremediation.incident.MailboxSetting;
import org.mailboxremediation.incident.SettingKind;
import org.mailboxremediation.incident.SettingState;

/**
 * A setting of the mailbox as it was found.
 *
 * @param value the address, or the auto-reply's text
 * @param decidedBy who accepted it or wants it back; null while nobody does
 */
record SettingView(
        String id,
        SettingKind kind,
        String value,
        SettingState state,
        @Nullable String decidedBy,
        @Nullable String reason) {

    static SettingView of(MailboxSetting setting) {
        return new SettingView(
                setting.id(), setting.kind(), setting.value(), setting.state(), setting.decidedBy(), setting.reason());
    }
}

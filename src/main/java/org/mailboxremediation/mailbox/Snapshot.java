package org.mailboxremediation.mailbox;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.mailboxremediation.incident.MailboxAddress;
import org.mailboxremediation.incident.SettingKind;

/**
 * A mailbox as it was found.
 *
 * @param enabled whether anyone could log in
 * @param settings all that is set, aliases included
 */
record Snapshot(boolean enabled, Persistence settings) {

    /** Reads it all; throws what the provider throws. */
    static Snapshot read(MailboxProvider provider, MailboxAddress mailbox) {
        MailboxState shown = provider.show(mailbox);
        Map<SettingKind, List<String>> all = new EnumMap<>(SettingKind.class);
        all.putAll(Persistence.of(shown, provider.spamForwarding(mailbox)).values());
        all.putAll(Persistence.aliases(provider, mailbox).values());
        return new Snapshot(shown.enabled(), new Persistence(all));
    }

    /** State and number of settings: what they say stays in the case's own table. */
    Map<String, String> summary() {
        int count = settings.values().values().stream().mapToInt(List::size).sum();
        return Map.of("enabled", Boolean.toString(enabled), "settings", Integer.toString(count));
    }
}

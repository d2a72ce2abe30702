package org.mailboxremediation.mailbox;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailboxremediation.incident.MailboxAddress;
import org.mailboxremediation.incident.SettingKind;

/**
 * The settings that let an attacker go on reading or answering mail, as read: what is set, by kind.
 *
 * @param values of the kinds that are set; a kind that is not set is absent
 */
record Persistence(Map<SettingKind, List<String>> values) {

    /** What can be cleared. */
    static Persistence clearable(MailboxProvider provider, MailboxAddress mailbox) {
        return of(provider.show(mailbox), provider.spamForwarding(mailbox));
    }

    /** What can be cleared of a mailbox that was read already. */
    static Persistence of(MailboxState shown, Optional<String> spam) {
        Map<SettingKind, List<String>> values = new EnumMap<>(SettingKind.class);
        values.put(SettingKind.FORWARDING, shown.forwarding());
        values.put(SettingKind.AUTO_REPLY, shown.autoReply() ? List.of(shown.autoReplyText()) : List.of());
        values.put(SettingKind.SPAM_FORWARDING, spam.map(List::of).orElse(List.of()));
        values.values().removeIf(List::isEmpty);
        return new Persistence(values);
    }

    /** The aliases, which only a person can judge. */
    static Persistence aliases(MailboxProvider provider, MailboxAddress mailbox) {
        List<String> aliases = provider.aliasesOf(mailbox).stream()
                .map(MailboxAddress::asString)
                .toList();
        return new Persistence(aliases.isEmpty() ? Map.of() : Map.of(SettingKind.ALIAS, aliases));
    }

    /** Clears one kind at the provider, but for forwarding addresses that a person wants to keep. */
    static void clear(MailboxProvider provider, MailboxAddress mailbox, SettingKind kind, List<String> kept) {
        switch (kind) {
            case FORWARDING -> clearForwarding(provider, mailbox, kept);
            case AUTO_REPLY -> provider.clearAutoReply(mailbox);
            case SPAM_FORWARDING -> provider.clearSpamForwarding(mailbox);
            case ALIAS -> throw new IllegalArgumentException("an alias is judged by a person");
        }
    }

    private static void clearForwarding(MailboxProvider provider, MailboxAddress mailbox, List<String> kept) {
        if (kept.isEmpty()) {
            provider.clearForwarding(mailbox);
        } else {
            provider.setForwarding(mailbox, kept);
        }
    }

    /** The start of a code: settings of that kind are still there. */
    static final String REMAINS = "api:remains=";

    /** Codes for what was read back. */
    static List<String> codes(Iterable<SettingKind> remaining) {
        List<String> codes = new ArrayList<>();
        remaining.forEach(kind -> codes.add(REMAINS + kind));
        return codes.isEmpty() ? List.of("api:settings=cleared") : codes;
    }
}

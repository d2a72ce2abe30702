package org.mailboxremediation.mailbox;

import java.util.ArrayList;
import java.util.List;
import org.mailboxremediation.incident.MailboxAddress;
import org.mailboxremediation.incident.MailboxSetting;
import org.mailboxremediation.incident.SettingKind;
import org.springframework.stereotype.Component;

/** Sets one setting again as it was found, without touching what else is set, and reads back. */
@Component
final class PutBack {

    /** What was seen after it. */
    enum Seen {
        /** It is set. */
        SET,
        /** It is not. */
        ABSENT,
        /** Another of its kind is set, and there can be one only: nothing was changed. */
        OCCUPIED
    }

    private final MailboxProvider provider;

    PutBack(MailboxProvider provider) {
        this.provider = provider;
    }

    /** Safe to repeat. Throws what the provider throws. */
    Seen set(MailboxAddress mailbox, MailboxSetting setting) {
        List<String> before = read(mailbox, setting.kind());
        if (before.contains(setting.value())) {
            return Seen.SET;
        }
        if (setting.kind() != SettingKind.FORWARDING && !before.isEmpty()) {
            return Seen.OCCUPIED;
        }
        write(mailbox, setting, before);
        return read(mailbox, setting.kind()).contains(setting.value()) ? Seen.SET : Seen.ABSENT;
    }

    private List<String> read(MailboxAddress mailbox, SettingKind kind) {
        return Persistence.clearable(provider, mailbox).values().getOrDefault(kind, List.of());
    }

    private void write(MailboxAddress mailbox, MailboxSetting setting, List<String> before) {
        switch (setting.kind()) {
            case FORWARDING -> {
                List<String> all = new ArrayList<>(before);
                all.add(setting.value());
                provider.setForwarding(mailbox, all);
            }
            case AUTO_REPLY -> provider.setAutoReply(mailbox, setting.value());
            case SPAM_FORWARDING -> provider.setSpamForwarding(mailbox, setting.value());
            case ALIAS -> throw new IllegalArgumentException("an alias is never cleared");
        }
    }
}

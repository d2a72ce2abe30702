package org.mailboxremediation.mailbox;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mailboxremediation.incident.MailboxSetting;
import org.mailboxremediation.incident.MailboxSettings;
import org.mailboxremediation.incident.SettingKind;
import org.mailboxremediation.incident.SettingState;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes down which settings were found, and which are gone. */
@Component
final class SettingFacts {

    private final MailboxSettings settings;
    private final TransactionTemplate transaction;

    SettingFacts(MailboxSettings settings, TransactionTemplate transaction) {
        this.settings = settings;
        this.transaction = transaction;
    }

    /**
     * Stores what is set, in a transaction of its own.
     *
     * @return the kinds that somebody must do something about: not all of their values were accepted by a person
     */
    Set<SettingKind> found(String caseId, Persistence read) {
        Set<SettingKind> open = EnumSet.noneOf(SettingKind.class);
        if (read.values().isEmpty()) {
            return open;
        }
        transaction.executeWithoutResult(status -> {
            for (Map.Entry<SettingKind, List<String>> set : read.values().entrySet()) {
                for (String value : set.getValue()) {
                    MailboxSetting setting = settings.found(caseId, set.getKey(), value);
                    if (setting.state() == SettingState.FOUND) {
                        open.add(setting.kind());
                    }
                }
            }
        });
        return open;
    }

    /** Stores what is set unless the case knows it, in a transaction of its own. */
    void noted(String caseId, Persistence read) {
        transaction.executeWithoutResult(status ->
                read.values().forEach((kind, values) -> values.forEach(value -> settings.noted(caseId, kind, value))));
    }

    /** The values that a person accepted, or wants back. */
    List<String> kept(String caseId, SettingKind kind) {
        return settings.of(caseId).stream()
                .filter(setting -> setting.kind() == kind)
                .filter(setting ->
                        setting.state() == SettingState.ACCEPTED || setting.state() == SettingState.PUTTING_BACK)
                .map(MailboxSetting::value)
                .distinct()
                .toList();
    }

    /** Stores, in the caller's transaction, that all clearable settings are gone but those of the kinds that remain. */
    void clearedBut(String caseId, Collection<String> readBack) {
        settings.of(caseId).stream()
                .filter(setting -> setting.kind() != SettingKind.ALIAS)
                .filter(setting -> setting.state() == SettingState.FOUND)
                .filter(setting -> !readBack.containsAll(Persistence.codes(List.of(setting.kind()))))
                .forEach(setting -> settings.cleared(setting.id()));
    }
}

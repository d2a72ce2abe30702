package org.mailboxremediation.incident;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mailboxremediation.event.CaseEvent;
import org.mailboxremediation.event.EventChain;
import org.mailboxremediation.event.LockedRows;
import org.mailboxremediation.event.Sha256;
import org.springframework.stereotype.Component;

/**
 * Forwarding, auto-reply, spam forwarding and aliases as found, and what became of each. Methods that change something
 * run in the caller's transaction and leave an event.
 */
@Component
public final class MailboxSettings {

    private static final int MAX_VALUE = 4000;

    private static final LockedRows<MailboxSetting> READ = new LockedRows<>();

    private final SettingRows rows;
    private final EventChain events;

    MailboxSettings(SettingRows rows, EventChain events) {
        this.rows = rows;
        this.events = events;
    }

    /**
     * Stores that a setting was seen; event {@code SettingFound}. One that is known and not cleared stays as it is; one
     * that was cleared and is there again is found anew.
     *
     * @param value the address, or the auto-reply's text; cut to 4,000 characters, and never in the event for the latter
     */
    public MailboxSetting found(String incidentId, SettingKind kind, String value) {
        events.lock(incidentId);
        String kept = kept(value);
        return of(incidentId).stream()
                .filter(known -> known.kind() == kind && known.value().equals(kept))
                .filter(known -> known.state() != SettingState.CLEARED)
                .findFirst()
                .orElseGet(() -> add(incidentId, kind, kept));
    }

    /** Stores that a setting was seen, as {@link #found} does, unless the case knows it in whatever state. */
    public void noted(String incidentId, SettingKind kind, String value) {
        events.lock(incidentId);
        String kept = kept(value);
        boolean known = of(incidentId).stream()
                .anyMatch(setting -> setting.kind() == kind && setting.value().equals(kept));
        if (!known) {
            add(incidentId, kind, kept);
        }
    }

    /** Stores that a setting was removed and seen to be gone; event {@code SettingCleared}, the first time. */
    public void cleared(String settingId) {
        String incidentId = rows.incidentOf(settingId);
        events.lock(incidentId);
        if (rows.get(settingId).state() != SettingState.CLEARED) {
            READ.forget(incidentId);
            rows.settled(settingId, SettingState.CLEARED);
            events.append(incidentId, CaseEvent.SYSTEM, "SettingCleared", Map.of("setting", settingId));
        }
    }

    /**
     * Stores that a person takes a setting for legitimate; event {@code SettingAccepted},
     * the first time.
     *
     * @param reason 1 to 2,000 characters; the event keeps the first 500
     * @throws IllegalStateException if it was cleared before
     */
    public void accepted(String settingId, String actor, String reason) {
        TextBounds.text("reason", reason, 2000);
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a setting is accepted with a reason only");
        }
        String incidentId = rows.incidentOf(settingId);
        events.lock(incidentId);
        SettingState state = rows.get(settingId).state();
        if (state == SettingState.CLEARED) {
            throw new IllegalStateException("The setting was removed: there is nothing to accept.");
        }
        if (state == SettingState.FOUND) {
            READ.forget(incidentId);
            rows.decided(settingId, SettingState.ACCEPTED, actor, reason);
            events.append(
                    incidentId,
                    actor,
                    "SettingAccepted",
                    Map.of("setting", settingId, "reason", TextBounds.cut(reason, 500)));
        }
    }

    /**
     * Stores that a person wants a cleared setting back, which is that person's word for it; event
     * {@code SettingPutBackRequested}, the first time.
     *
     * @param reason 1 to 2,000 characters; the event keeps the first 500
     * @return whether it was cleared until now
     */
    public boolean putBackRequested(String settingId, String actor, String reason) {
        String incidentId = rows.incidentOf(settingId);
        events.lock(incidentId);
        if (reason.isBlank() || rows.get(settingId).state() != SettingState.CLEARED) {
            return false;
        }
        READ.forget(incidentId);
        rows.decided(settingId, SettingState.PUTTING_BACK, actor, TextBounds.text("reason", reason, 2000));
        events.append(
                incidentId,
                actor,
                "SettingPutBackRequested",
                Map.of("setting", settingId, "reason", TextBounds.cut(reason, 500)));
        return true;
    }

    /**
     * Stores what became of putting a setting back: it counts as accepted by whoever wanted it, or is cleared as before;
     * event {@code SettingPutBack} or {@code SettingPutBackFailed}.
     *
     * @param why a short code of ours
     */
    public void putBack(String settingId, boolean done, String why) {
        String incidentId = rows.incidentOf(settingId);
        events.lock(incidentId);
        if (rows.get(settingId).state() == SettingState.PUTTING_BACK) {
            READ.forget(incidentId);
            rows.settled(settingId, done ? SettingState.ACCEPTED : SettingState.CLEARED);
            events.append(
                    incidentId,
                    CaseEvent.SYSTEM,
                    done ? "SettingPutBack" : "SettingPutBackFailed",
                    Map.of("setting", settingId, "why", why));
        }
    }

    /** The case's settings in the order they were found. */
    public List<MailboxSetting> of(String incidentId) {
        return READ.of(incidentId, rows::of);
    }

    /** Those of many cases, by case: each in the order they were found. */
    public Map<String, List<MailboxSetting>> of(Collection<String> incidentIds) {
        return rows.of(incidentIds).stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /**
     * Aliases and forwarding targets found in open cases, as they were written.
     *
     * @param part only those that hold it, in lower case
     */
    public List<String> ofOpenCases(String part) {
        return rows.routesOfOpenCases(part);
    }

    private static String kept(String value) {
        return TextBounds.cut(value.replace("\0", ""), MAX_VALUE);
    }

    private MailboxSetting add(String incidentId, SettingKind kind, String value) {
        MailboxSetting setting =
                new MailboxSetting(UUID.randomUUID().toString(), kind, value, SettingState.FOUND, null, null);
        READ.forget(incidentId);
        rows.insert(incidentId, setting);
        boolean text = kind == SettingKind.AUTO_REPLY;
        events.append(
                incidentId,
                CaseEvent.SYSTEM,
                "SettingFound",
                Map.of(
                        "setting",
                        setting.id(),
                        "kind",
                        kind.name(),
                        text ? "valueSha256" : "value",
                        text ? Sha256.hex(value) : value));
        return setting;
    }
}

package org.mailboxremediation.process;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.mailboxremediation.incident.Incident;
import org.mailboxremediation.incident.Incidents;
import org.mailboxremediation.incident.MailboxSetting;
import org.mailboxremediation.incident.MailboxSettings;
import org.mailboxremediation.incident.Organisation;
import org.mailboxremediation.incident.SettingKind;
import org.mailboxremediation.incident.SettingState;
import org.mailboxremediation.mailbox.MailboxSteps;
import org.mailboxremediation.outbox.Outbox;
import org.mailboxremediation.outbox.Priority;
import org.springframework.stereotype.Component;

/**
 * Puts back what was cleared, one setting at a time, on the word of a named person: that accepts it (promise P1). Mail goes
 * outside again only after access is back.
 */
@Component
public final class PutBacks {

    private final MailboxSettings settings;
    private final Incidents incidents;
    private final Organisation organisation;
    private final CaseEnding ending;
    private final Outbox outbox;

    PutBacks(
            MailboxSettings settings,
            Incidents incidents,
            Organisation organisation,
            CaseEnding ending,
            Outbox outbox) {
        this.settings = settings;
        this.incidents = incidents;
        this.organisation = organisation;
        this.ending = ending;
        this.outbox = outbox;
    }

    /** The settings of the case that were cleared, and are not wanted back yet. */
    public List<MailboxSetting> cleared(String incidentId) {
        return settings.of(incidentId).stream()
                .filter(setting -> setting.state() == SettingState.CLEARED)
                .toList();
    }

    /**
     * Owes a setting to the provider again; what is owed already stays so. In the caller's transaction.
     *
     * @param reason who wants it and how that is known, 1 to 2,000 characters
     * @return the setting, now or already being put back
     * @throws NoSuchElementException if the case has no such setting
     * @throws InputRefused if it is not cleared, or must not come back now
     */
    public MailboxSetting request(String incidentId, String settingId, String reason, String actor) {
        MailboxSetting setting = find(incidentId, settingId);
        permit(incidents.get(incidentId), setting);
        if (settings.putBackRequested(settingId, actor, reason)) {
            String step = MailboxSteps.PUT_BACK_SETTING;
            outbox.enqueue(
                    incidentId,
                    step,
                    outbox.nextEpoch(incidentId, step),
                    Map.of(MailboxSteps.SETTING_ID, settingId),
                    Priority.SETTINGS);
        }
        return find(incidentId, settingId);
    }

    private void permit(Incident incident, MailboxSetting setting) {
        if (setting.state() == SettingState.FOUND || setting.state() == SettingState.ACCEPTED) {
            throw new InputRefused("Only a setting that was cleared can be put back.");
        }
        boolean closed = !incident.status().isOpen();
        if (closed && incidents.findOpen(incident.mailbox()).isPresent()) {
            throw new InputRefused("A newer case is open for this mailbox. Decide there.");
        }
        if (outside(setting) && !closed && !ending.secured(incident.id())) {
            throw new InputRefused("It sends mail to an outside address. That can be put back only after access is back"
                    + " and the owner has the new password.");
        }
    }

    private boolean outside(MailboxSetting setting) {
        String domain = setting.value().substring(setting.value().lastIndexOf('@') + 1);
        return setting.kind() != SettingKind.AUTO_REPLY
                && organisation.domains().stream().noneMatch(domain.strip()::equalsIgnoreCase);
    }

    private MailboxSetting find(String incidentId, String settingId) {
        return settings.of(incidentId).stream()
                .filter(setting -> setting.id().equals(settingId))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("There is no such setting."));
    }
}

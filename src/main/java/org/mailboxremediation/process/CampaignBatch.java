package org.mailboxremediation.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mailboxremediation.campaign.Campaign;
import org.mailboxremediation.campaign.CampaignRow;
import org.mailboxremediation.campaign.Campaigns;
import org.mailboxremediation.campaign.Rejection;
import org.mailboxremediation.device.Devices;
import org.mailboxremediation.incident.AccessBefore;
import org.mailboxremediation.incident.Incident;
import org.mailboxremediation.incident.IncidentBatch;
import org.mailboxremediation.incident.MailboxAddress;
import org.mailboxremediation.incident.NewIncident;
import org.mailboxremediation.incident.Organisation;
import org.springframework.stereotype.Component;

/**
 * Opens the cases of some rows of a campaign with their first commands. Nothing is looked up: one read a mailbox would
 * hold the last lock-out back by hours (promise P2). Everything is written in the caller's transaction.
 */
@Component
final class CampaignBatch {

    private final Campaigns campaigns;
    private final IncidentBatch incidents;
    private final LockOuts lockOuts;
    private final Devices devices;
    private final TriageRules triage;
    private final Organisation organisation;

    CampaignBatch(
            Campaigns campaigns,
            IncidentBatch incidents,
            LockOuts lockOuts,
            Devices devices,
            TriageRules triage,
            Organisation organisation) {
        this.campaigns = campaigns;
        this.incidents = incidents;
        this.lockOuts = lockOuts;
        this.devices = devices;
        this.triage = triage;
        this.organisation = organisation;
    }

    /**
     * Opens the cases, and rejects the rows that cannot be any.
     *
     * @return the rows whose mailbox has an open case: they are left as they are
     */
    List<CampaignRow> open(Campaign campaign, List<CampaignRow> rows) {
        List<CampaignRow> ours = rows.stream().filter(this::isOurs).toList();
        List<Integer> foreign =
                rows.stream().filter(row -> !isOurs(row)).map(CampaignRow::row).toList();
        campaigns.rejected(campaign.id(), foreign, Rejection.FOREIGN_DOMAIN);
        Set<MailboxAddress> taken = new HashSet<>(incidents
                .open(ours.stream().map(CampaignBatch::mailbox).toList())
                .keySet());
        List<CampaignRow> fresh = new ArrayList<>();
        List<CampaignRow> known = new ArrayList<>();
        ours.forEach(row -> (taken.add(mailbox(row)) ? fresh : known).add(row));
        openFresh(campaign, fresh);
        return known;
    }

    private void openFresh(Campaign campaign, List<CampaignRow> fresh) {
        if (fresh.isEmpty()) {
            return;
        }
        List<Incident> opened =
                incidents.open(fresh.stream().map(this::assessed).toList(), campaign.submittedAt());
        lockOuts.requestFirst(opened);
        Map<Integer, String> cases = new HashMap<>();
        for (int index = 0; index < fresh.size(); index++) {
            CampaignRow row = fresh.get(index);
            String incident = opened.get(index).id();
            cases.put(row.row(), incident);
            row.devices().forEach(device -> devices.add(incident, device, campaign.submittedBy()));
        }
        campaigns.started(campaign.id(), cases);
    }

    private NewIncident assessed(CampaignRow row) {
        return new NewIncident(
                row.report(),
                triage.assess(row.report().symptoms(), row.report().riskFactors(), AccessBefore.UNKNOWN));
    }

    private boolean isOurs(CampaignRow row) {
        return organisation.domains().contains(mailbox(row).domain());
    }

    private static MailboxAddress mailbox(CampaignRow row) {
        return row.report().mailbox();
    }
}

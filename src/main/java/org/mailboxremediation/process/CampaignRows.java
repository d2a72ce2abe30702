package org.mailboxremediation.process;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.mailboxremediation.campaign.Campaign;
import org.mailboxremediation.campaign.CampaignRow;
import org.mailboxremediation.campaign.Campaigns;
import org.mailboxremediation.campaign.Rejection;
import org.mailboxremediation.incident.Incident;
import org.mailboxremediation.incident.Incidents;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes rows of a campaign in: new ones together, those that were tried before alone. Each attempt is counted before it is
 * made, so that a row which always fails, or stops the process, is given up and the others go on.
 */
@Component
final class CampaignRows {

    /** After so many attempts a row is rejected: more than a database that is away for a minute costs. */
    static final int ATTEMPTS = 20;

    private static final Logger LOG = LoggerFactory.getLogger(CampaignRows.class);

    private final Campaigns campaigns;
    private final CampaignBatch batch;
    private final IncidentIntake intake;
    private final Incidents incidents;
    private final ConflictRetry conflicts;
    private final TransactionTemplate transaction;

    CampaignRows(
            Campaigns campaigns,
            CampaignBatch batch,
            IncidentIntake intake,
            Incidents incidents,
            ConflictRetry conflicts,
            TransactionTemplate transaction) {
        this.campaigns = campaigns;
        this.batch = batch;
        this.intake = intake;
        this.incidents = incidents;
        this.conflicts = conflicts;
        this.transaction = transaction;
    }

    void takeIn(Campaign campaign, List<CampaignRow> rows) {
        List<CampaignRow> fresh =
                rows.stream().filter(row -> row.attempts() == 0).toList();
        if (!fresh.isEmpty()) {
            together(campaign, fresh);
        }
        rows.stream().filter(row -> row.attempts() > 0).forEach(row -> alone(campaign, row));
    }

    private void together(Campaign campaign, List<CampaignRow> rows) {
        try {
            open(campaign, rows);
        } catch (RuntimeException e) {
            LOG.warn(
                    "Rows from {} on are opened one by one ({}).",
                    rows.get(0).row(),
                    e.getClass().getSimpleName());
            rows.forEach(row -> alone(campaign, row));
        }
    }

    private void alone(Campaign campaign, CampaignRow row) {
        try {
            if (row.attempts() < ATTEMPTS) {
                open(campaign, List.of(row));
            } else {
                giveUp(row);
            }
        } catch (RuntimeException e) {
            LOG.warn("Row {} waits ({}).", row.row(), e.getClass().getSimpleName());
        }
    }

    private void open(Campaign campaign, List<CampaignRow> rows) {
        transaction.executeWithoutResult(status -> campaigns.attempted(rows));
        Objects.requireNonNull(transaction.execute(status -> batch.open(campaign, rows)))
                .forEach(this::add);
    }

    /** Adds the row to the mailbox's open case. */
    private void add(CampaignRow row) {
        try {
            conflicts.repeat(() -> Optional.ofNullable(transaction.execute(status -> added(row))));
        } catch (RuntimeException e) {
            LOG.warn("Row {} waits ({}).", row.row(), e.getClass().getSimpleName());
        }
    }

    private Incident added(CampaignRow row) {
        Incident open = incidents.findOpen(row.report().mailbox()).orElseThrow();
        campaigns.duplicate(row, open.id());
        return intake.add(open, row.report(), row.devices());
    }

    private void giveUp(CampaignRow row) {
        transaction.executeWithoutResult(
                status -> campaigns.rejected(row.campaignId(), List.of(row.row()), Rejection.NOT_TAKEN_IN));
        LOG.error(
                "Row {} of campaign {} is rejected after {} attempts: report its mailbox by itself.",
                row.row(),
                row.campaignId(),
                ATTEMPTS);
    }
}

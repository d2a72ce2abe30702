package org.mailboxremediation.process;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.mailboxremediation.campaign.Campaign;
import org.mailboxremediation.campaign.CampaignRow;
import org.mailboxremediation.campaign.Campaigns;
import org.mailboxremediation.event.AuthenticatedBy;
import org.mailboxremediation.event.AuthenticationMethod;
import org.mailboxremediation.incident.Incident;
import org.mailboxremediation.incident.Incidents;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes campaigns in: stores one whole, then opens its cases in batches on a thread of its own. What a kill leaves over is
 * gone on with after the restart, for a row is marked in the transaction that opens its case.
 */
@Component
public final class CampaignIntake implements DisposableBean {

    /** How many cases a transaction opens: few transactions, and the first lock-out waits for none but its own. */
    static final int BATCH = 500;

    private static final Logger LOG = LoggerFactory.getLogger(CampaignIntake.class);

    private final Campaigns campaigns;
    private final CampaignBatch batch;
    private final IncidentIntake intake;
    private final Incidents incidents;
    private final ConflictRetry conflicts;
    private final TransactionTemplate transaction;
    private final AtomicBoolean called = new AtomicBoolean();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(r -> {
        Thread made = new Thread(r, "campaign-intake");
        made.setDaemon(true);
        return made;
    });

    CampaignIntake(
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

    /** Stores the campaign; its cases are opened from now on. */
    public Campaign accept(String submittedBy, List<Campaigns.Entry> entries) {
        Campaign stored = Objects.requireNonNull(transaction.execute(status -> campaigns.store(submittedBy, entries)));
        goOn();
        return stored;
    }

    /** Goes on with whatever is pending: after a restart, and where something failed. */
    @Scheduled(fixedDelayString = "${remediation.process.sweep-every:5s}", initialDelayString = "5s")
    public void goOn() {
        if (called.compareAndSet(false, true)) {
            thread.execute(this::takeInAll);
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        thread.shutdown();
        if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
            LOG.warn("A campaign is still being taken in; it is gone on with after the next start.");
        }
    }

    private void takeInAll() {
        called.set(false);
        try {
            AuthenticatedBy.during(AuthenticationMethod.CAMPAIGN, () -> {
                campaigns.pending().forEach(this::takeIn);
                return true;
            });
        } catch (RuntimeException e) {
            LOG.warn("A campaign waits ({}).", e.getClass().getSimpleName());
        }
    }

    private void takeIn(Campaign campaign) {
        List<CampaignRow> rows = campaigns.pending(campaign.id(), 0, BATCH);
        while (!rows.isEmpty() && !thread.isShutdown()) {
            open(campaign, rows).forEach(this::add);
            rows = campaigns.pending(campaign.id(), rows.get(rows.size() - 1).row() + 1, BATCH);
        }
    }

    /** Together, or each on its own where one of them cannot be opened. */
    private List<CampaignRow> open(Campaign campaign, List<CampaignRow> rows) {
        try {
            return together(campaign, rows);
        } catch (RuntimeException e) {
            LOG.warn(
                    "Rows from {} on are opened one by one ({}).",
                    rows.get(0).row(),
                    e.getClass().getSimpleName());
        }
        return rows.stream().flatMap(row -> alone(campaign, row).stream()).toList();
    }

    private List<CampaignRow> together(Campaign campaign, List<CampaignRow> rows) {
        return Objects.requireNonNull(transaction.execute(status -> batch.open(campaign, rows)));
    }

    private List<CampaignRow> alone(Campaign campaign, CampaignRow row) {
        try {
            return together(campaign, List.of(row));
        } catch (RuntimeException e) {
            LOG.warn("Row {} waits ({}).", row.row(), e.getClass().getSimpleName());
            return List.of();
        }
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
}

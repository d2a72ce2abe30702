package org.mailboxremediation.process;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.mailboxremediation.campaign.Campaign;
import org.mailboxremediation.campaign.CampaignRow;
import org.mailboxremediation.campaign.Campaigns;
import org.mailboxremediation.event.AuthenticatedBy;
import org.mailboxremediation.event.AuthenticationMethod;
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

    /** How many cases a transaction opens at most: few transactions. */
    static final int BATCH = 500;
    /** And how many the first one does: about as many as workers wait for. Each after it opens twice as many. */
    private static final int FIRST_BATCH = 64;

    private static final Logger LOG = LoggerFactory.getLogger(CampaignIntake.class);

    private final Campaigns campaigns;
    private final CampaignRows rows;
    private final TransactionTemplate transaction;
    private final AtomicBoolean called = new AtomicBoolean();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(r -> {
        Thread made = new Thread(r, "campaign-intake");
        made.setDaemon(true);
        return made;
    });

    CampaignIntake(Campaigns campaigns, CampaignRows rows, TransactionTemplate transaction) {
        this.campaigns = campaigns;
        this.rows = rows;
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
        int size = FIRST_BATCH;
        List<CampaignRow> pending = campaigns.pending(campaign.id(), 0, size);
        while (!pending.isEmpty() && !thread.isShutdown()) {
            rows.takeIn(campaign, pending);
            size = Math.min(2 * size, BATCH);
            pending = campaigns.pending(
                    campaign.id(), pending.get(pending.size() - 1).row() + 1, size);
        }
    }
}

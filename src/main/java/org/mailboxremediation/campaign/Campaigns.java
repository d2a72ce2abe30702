package org.mailboxremediation.campaign;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.device.NewDevice;
import org.mailboxremediation.incident.Report;
import org.mailboxremediation.incident.Times;
import org.springframework.stereotype.Component;

/** Many mailboxes at once: each row is kept from the moment it came in, and counted once under what became of it. */
@Component
public final class Campaigns {

    /** How many rows a campaign can have. */
    public static final int MAX_ROWS = 20_000;

    private final CampaignTable table;
    private final RowTable rows;
    private final ProgressReader progress;
    private final Clock clock;

    Campaigns(CampaignTable table, RowTable rows, ProgressReader progress, Clock clock) {
        this.table = table;
        this.rows = rows;
        this.progress = progress;
        this.clock = clock;
    }

    /**
     * A row to hand in.
     *
     * @param report what it says
     * @param devices what it names
     */
    public record Entry(Report report, List<NewDevice> devices) {
        public Entry {
            devices = List.copyOf(devices);
        }
    }

    /**
     * Stores a campaign with all its rows, each pending, in the caller's transaction.
     *
     * @throws IllegalArgumentException if there is no row, or more than {@link #MAX_ROWS}
     */
    public Campaign store(String submittedBy, List<Entry> entries) {
        if (entries.isEmpty() || entries.size() > MAX_ROWS) {
            throw new IllegalArgumentException("a campaign has 1 to " + MAX_ROWS + " rows");
        }
        Campaign campaign = new Campaign(UUID.randomUUID().toString(), submittedBy, Times.now(clock), entries.size());
        table.insert(campaign);
        rows.insert(campaign.id(), entries);
        return campaign;
    }

    /** The campaign with this id. */
    public Optional<Campaign> find(String id) {
        return table.find(id);
    }

    /** The campaigns that have rows to be taken in, the oldest first. */
    public List<Campaign> pending() {
        return table.pending();
    }

    /** Rows that are still to be taken in, in their order, from that place on. */
    public List<CampaignRow> pending(String campaignId, int from, int atMost) {
        return rows.pending(campaignId, from, atMost);
    }

    /** Counts an attempt at taking these rows in, in the caller's transaction: one that ends before the attempt begins. */
    public void attempted(List<CampaignRow> tried) {
        if (!tried.isEmpty()) {
            rows.attempted(
                    tried.get(0).campaignId(),
                    tried.stream().map(CampaignRow::row).toList());
        }
    }

    /**
     * Stores which case each of these rows opened, in the caller's transaction.
     *
     * @param cases the case's id by the row's place
     * @throws IllegalStateException if one of them is pending no more; the transaction must then roll back
     */
    public void started(String campaignId, Map<Integer, String> cases) {
        rows.started(campaignId, cases);
    }

    /** Stores that the row was added to an open case, in the caller's transaction. */
    public void duplicate(CampaignRow row, String incidentId) {
        rows.duplicate(row.campaignId(), row.row(), incidentId);
    }

    /** Stores that there is nothing to open a case on for these rows, in the caller's transaction. */
    public void rejected(String campaignId, List<Integer> places, Rejection why) {
        rows.rejected(campaignId, places, why);
    }

    /**
     * Stores that a row's case turned out to have no mailbox, in the caller's transaction.
     *
     * @return whether a row had opened that case
     */
    public boolean rejectStarted(String incidentId, Rejection why) {
        return rows.rejectStarted(incidentId, why);
    }

    /** How far the campaign has come. */
    public Progress progress(Campaign campaign) {
        return progress.of(campaign);
    }

    /** The case of the last row whose lock-out is still under way; empty where none is. */
    public Optional<String> lastUnderWay(Campaign campaign) {
        return progress.lastUnderWay(campaign.id());
    }

    /**
     * A page of the campaign's rows, in their order.
     *
     * @param outcome only those; null for all
     * @param page from 0
     */
    public List<RowResult> results(String campaignId, @Nullable RowOutcome outcome, int page, int size) {
        return rows.results(campaignId, outcome, page, size);
    }
}

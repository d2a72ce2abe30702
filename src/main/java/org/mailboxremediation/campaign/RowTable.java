package org.mailboxremediation.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code campaign_row}. */
@Component
final class RowTable {

    private static final String TAKEN_IN =
            ", report = null where campaign_id = ? and row_number = ? and outcome = 'PENDING'";

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;
    private final RowJson json;

    RowTable(DataSource dataSource, JdbcClient jdbc, RowJson json) {
        this.batches = new JdbcTemplate(dataSource);
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(String campaignId, List<Campaigns.Entry> entries) {
        List<Object[]> rows = new ArrayList<>();
        for (int place = 0; place < entries.size(); place++) {
            Campaigns.Entry entry = entries.get(place);
            String mailbox = entry.report().mailbox().asString();
            rows.add(new Object[] {campaignId, place, mailbox, json.write(entry)});
        }
        batches.batchUpdate(
                "insert into campaign_row (campaign_id, row_number, mailbox, outcome, report)"
                        + " values (?, ?, ?, 'PENDING', ?)",
                rows);
    }

    List<CampaignRow> pending(String campaignId, int from, int atMost) {
        return jdbc.sql("select * from campaign_row where outcome = 'PENDING' and campaign_id = :id"
                        + " and row_number >= :from order by row_number limit :most")
                .param("id", campaignId)
                .param("from", from)
                .param("most", atMost)
                .query((row, n) -> pending(row))
                .list();
    }

    /** Counts an attempt at each of these places that is pending. */
    void attempted(String campaignId, List<Integer> places) {
        jdbc.sql("update campaign_row set attempts = attempts + 1"
                        + " where campaign_id = :id and row_number in (:places) and outcome = 'PENDING'")
                .param("id", campaignId)
                .param("places", places)
                .update();
    }

    void started(String campaignId, Map<Integer, String> cases) {
        List<Object[]> rows = new ArrayList<>();
        cases.forEach((place, incident) -> rows.add(new Object[] {incident, campaignId, place}));
        taken(batches.batchUpdate("update campaign_row set outcome = 'STARTED', incident_id = ?" + TAKEN_IN, rows));
    }

    void duplicate(String campaignId, int place, String incidentId) {
        List<Object[]> row = List.<Object[]>of(new Object[] {incidentId, campaignId, place});
        taken(batches.batchUpdate("update campaign_row set outcome = 'DUPLICATE', incident_id = ?" + TAKEN_IN, row));
    }

    void rejected(String campaignId, List<Integer> places, Rejection why) {
        List<Object[]> rows = places.stream()
                .map(place -> new Object[] {why.name(), campaignId, place})
                .toList();
        taken(batches.batchUpdate("update campaign_row set outcome = 'REJECTED', reason = ?" + TAKEN_IN, rows));
    }

    boolean rejectStarted(String incidentId, Rejection why) {
        return jdbc.sql("update campaign_row set outcome = 'REJECTED', reason = :why"
                                + " where incident_id = :incident and outcome = 'STARTED'")
                        .param("why", why.name())
                        .param("incident", incidentId)
                        .update()
                > 0;
    }

    List<RowResult> results(String campaignId, @Nullable RowOutcome outcome, int page, int size) {
        return jdbc.sql("select row_number, mailbox, outcome, reason, incident_id from campaign_row"
                        + " where campaign_id = :id and (cast(:outcome as varchar) is null or outcome = :outcome)"
                        + " order by row_number limit :size offset :skipped")
                .param("id", campaignId)
                .param("outcome", outcome == null ? null : outcome.name())
                .param("size", size)
                .param("skipped", (long) page * size)
                .query((row, n) -> result(row))
                .list();
    }

    private static void taken(int[] changed) {
        if (Arrays.stream(changed).anyMatch(count -> count == 0)) {
            throw new IllegalStateException("a row was taken in by somebody else");
        }
    }

    private CampaignRow pending(ResultSet row) throws SQLException {
        Campaigns.Entry entry = json.read(row.getString("report"));
        return new CampaignRow(
                row.getString("campaign_id"),
                row.getInt("row_number"),
                entry.report(),
                entry.devices(),
                row.getInt("attempts"));
    }

    private static RowResult result(ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        return new RowResult(
                row.getInt("row_number"),
                row.getString("mailbox"),
                RowOutcome.valueOf(row.getString("outcome")),
                reason == null ? null : Rejection.valueOf(reason),
                row.getString("incident_id"));
    }
}

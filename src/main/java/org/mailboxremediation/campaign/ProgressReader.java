package org.mailboxremediation.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.campaign.Progress.Percentiles;
import org.mailboxremediation.incident.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts a campaign's rows and lock-outs, from the facts each time. */
@Component
final class ProgressReader {

    private final JdbcClient jdbc;

    ProgressReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Progress of(Campaign campaign) {
        Map<RowOutcome, Integer> rows = rows(campaign.id());
        return jdbc.sql("""
                        select coalesce(sum(verified), 0) as verified, coalesce(sum(locked), 0) as locked,
                            coalesce(sum(settled), 0) as settled,
                            percentile_disc(0.50) within group (order by verified_at) as p50,
                            percentile_disc(0.95) within group (order by verified_at) as p95,
                            percentile_disc(0.99) within group (order by verified_at) as p99
                        from (
                            select max(case when c.verification = 'VERIFIED' then 1 else 0 end) as verified,
                                max(case when c.set_at is not null and c.verification <> 'REFUTED'
                                    then 1 else 0 end) as locked,
                                min(case when c.settled_at is null then 0 else 1 end) as settled,
                                min(case when c.verification = 'VERIFIED' then c.settled_at end) as verified_at
                            from campaign_row r join password_change c on c.incident_id = r.incident_id
                            where r.campaign_id = :id and r.outcome = 'STARTED'
                            group by r.incident_id) cases
                        """)
                .param("id", campaign.id())
                .query((row, n) -> progress(campaign, rows, row))
                .single();
    }

    /** The case of the last row whose lock-out is still under way. */
    Optional<String> lastUnderWay(String campaignId) {
        return jdbc.sql("""
                        select r.incident_id
                        from campaign_row r join password_change c on c.incident_id = r.incident_id
                        where r.campaign_id = :id and r.outcome = 'STARTED' and c.settled_at is null
                        order by r.row_number desc
                        limit 1
                        """).param("id", campaignId).query(String.class).optional();
    }

    private Map<RowOutcome, Integer> rows(String campaignId) {
        return jdbc
                .sql("select outcome, count(*) from campaign_row where campaign_id = :id group by outcome")
                .param("id", campaignId)
                .query((row, n) -> Map.entry(RowOutcome.valueOf(row.getString(1)), row.getInt(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Progress progress(Campaign campaign, Map<RowOutcome, Integer> rows, ResultSet row)
            throws SQLException {
        int verified = row.getInt("verified");
        int settled = row.getInt("settled");
        return new Progress(
                campaign,
                rows.getOrDefault(RowOutcome.STARTED, 0),
                rows.getOrDefault(RowOutcome.DUPLICATE, 0),
                rows.getOrDefault(RowOutcome.REJECTED, 0),
                row.getInt("locked"),
                verified,
                Math.max(0, settled - verified),
                settled,
                percentiles(campaign, row));
    }

    private static @Nullable Percentiles percentiles(Campaign campaign, ResultSet row) throws SQLException {
        if (Times.readOrNull(row, "p50") == null) {
            return null;
        }
        return new Percentiles(since(campaign, row, "p50"), since(campaign, row, "p95"), since(campaign, row, "p99"));
    }

    private static Duration since(Campaign campaign, ResultSet row, String column) throws SQLException {
        Instant at = Times.read(row, column);
        return Duration.between(campaign.submittedAt(), at);
    }
}

package org.mailboxremediation.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.mailboxremediation.incident.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code campaign}. */
@Component
final class CampaignTable {

    private final JdbcClient jdbc;

    CampaignTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Campaign campaign) {
        jdbc.sql("insert into campaign (id, submitted_by, submitted_at, total) values (:id, :by, :at, :total)")
                .param("id", campaign.id())
                .param("by", campaign.submittedBy())
                .param("at", Times.sql(campaign.submittedAt()))
                .param("total", campaign.total())
                .update();
    }

    Optional<Campaign> find(String id) {
        return jdbc.sql("select * from campaign where id = :id")
                .param("id", id)
                .query((row, n) -> campaign(row))
                .optional();
    }

    List<Campaign> pending() {
        return jdbc.sql("select * from campaign where id in (select campaign_id from campaign_row"
                        + " where outcome = 'PENDING') order by submitted_at, id")
                .query((row, n) -> campaign(row))
                .list();
    }

    private static Campaign campaign(ResultSet row) throws SQLException {
        return new Campaign(
                row.getString("id"),
                row.getString("submitted_by"),
                Times.read(row, "submitted_at"),
                row.getInt("total"));
    }
}

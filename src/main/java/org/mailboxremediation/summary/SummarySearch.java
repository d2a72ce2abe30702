package org.mailboxremediation.summary;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.incident.IncidentStatus;
import org.mailboxremediation.incident.Severity;
import org.mailboxremediation.incident.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Searches all cases, running and finished. */
@Component
public final class SummarySearch {

    private static final String SELECT = "select s.*, (select string_agg(w.actor, ' ') from case_worker w"
            + " where w.incident_id = s.incident_id) as workers from case_summary s";

    private final JdbcClient jdbc;

    SummarySearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A page of cases.
     *
     * @param skipped how many to leave out
     * @param size how many at most
     */
    public List<CaseSummary> list(SummaryFilter filter, SummaryOrder order, int skipped, int size) {
        Map<String, Object> values = new HashMap<>(Map.of("size", size, "skipped", skipped));
        String where = where(filter, values);
        return jdbc.sql(SELECT + where + order.sql() + " limit :size offset :skipped")
                .params(values)
                .query(SummarySearch::read)
                .list();
    }

    /** How many cases there are, but not above {@code most}: a person reads no further. */
    public int count(SummaryFilter filter, int most) {
        Map<String, Object> values = new HashMap<>(Map.of("most", most));
        String where = where(filter, values);
        return jdbc.sql("select count(*) from (select s.incident_id from case_summary s" + where
                        + " limit :most) found")
                .params(values)
                .query(Integer.class)
                .single();
    }

    /** Only fixed texts are put together; what was asked for goes in as values. */
    private static String where(SummaryFilter filter, Map<String, Object> values) {
        List<String> conditions = new ArrayList<>();
        mailbox(filter.mailbox(), values, conditions);
        add("s.reported_at >= :from", "from", Times.sqlOrNull(filter.from()), values, conditions);
        add("s.reported_at < :before", "before", Times.sqlOrNull(filter.before()), values, conditions);
        Severity severity = filter.severity();
        add("s.severity_rank = :rank", "rank", severity == null ? null : severity.rank(), values, conditions);
        add("s.infected = :infected", "infected", filter.infected(), values, conditions);
        add(
                "exists (select 1 from case_worker w where w.incident_id = s.incident_id and w.actor = :worker)",
                "worker",
                filter.worker(),
                values,
                conditions);
        if (!filter.statuses().isEmpty()) {
            List<String> names = filter.statuses().stream()
                    .map(IncidentStatus::name)
                    .sorted()
                    .toList();
            add("s.status in (:statuses)", "statuses", names, values, conditions);
        }
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    private static void mailbox(@Nullable String mailbox, Map<String, Object> values, List<String> conditions) {
        if (mailbox != null) {
            String begins = mailbox.toLowerCase(Locale.ROOT);
            values.put("end", MailboxParts.after(begins));
            add(
                    "s.incident_id in (select p.incident_id from case_mailbox_part p"
                            + " where p.part >= :begin and p.part < :end)",
                    "begin",
                    MailboxParts.bytes(begins),
                    values,
                    conditions);
        }
    }

    private static void add(
            String condition,
            String name,
            @Nullable Object value,
            Map<String, Object> values,
            List<String> conditions) {
        if (value != null) {
            values.put(name, value);
            conditions.add(condition);
        }
    }

    private static CaseSummary read(ResultSet row, int number) throws SQLException {
        String workers = row.getString("workers");
        return new CaseSummary(
                row.getString("incident_id"),
                row.getString("mailbox"),
                IncidentStatus.valueOf(row.getString("status")),
                Severity.valueOf(row.getString("severity")),
                Times.read(row, "reported_at"),
                Times.readOrNull(row, "closed_at"),
                Times.readOrNull(row, "locked_out_at"),
                Times.readOrNull(row, "restored_at"),
                row.getBoolean("infected"),
                workers == null
                        ? List.of()
                        : Arrays.stream(workers.split(" ", -1)).sorted().toList());
    }
}

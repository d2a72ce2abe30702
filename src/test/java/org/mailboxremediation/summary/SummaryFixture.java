package org.mailboxremediation.summary;

import java.util.Collection;
import java.util.Map;
import javax.sql.DataSource;
import org.mailboxremediation.CaseDatabase;
import org.mailboxremediation.event.ChainFixture;
import org.mailboxremediation.event.ChainFollower;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Summaries over a test's database, for the tests of other packages too. */
public final class SummaryFixture {

    private SummaryFixture() {}

    /** What hears of the chain's events. */
    public static Map<String, ChainFollower> followers(CaseDatabase database) {
        return Map.of("summaries", new CaseSummaries(new SummaryTable(database.jdbc, database.dataSource)));
    }

    public static SummarySearch search(CaseDatabase database) {
        return new SummarySearch(database.jdbc);
    }

    public static SummaryRemaking remaking(CaseDatabase database) {
        return new SummaryRemaking(
                database.jdbc,
                new SummaryTable(database.jdbc, database.dataSource),
                ChainFixture.chain(database),
                database.transaction);
    }

    public static TimesOverTime times(CaseDatabase database) {
        return new TimesOverTime(
                new PeriodTable(database.jdbc),
                new ClosedDays(database.jdbc, database.transaction, database.clock),
                database.clock);
    }

    /** Makes the summaries of cases that were written past the chain. */
    public static void make(DataSource dataSource, Collection<String> cases, Map<String, String> mailboxes) {
        SummaryTable table = new SummaryTable(JdbcClient.create(dataSource), dataSource);
        table.refresh(cases);
        table.index(mailboxes);
    }
}

package org.mailboxremediation.webapp.history;

import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import org.mailboxremediation.summary.CaseSummary;
import org.mailboxremediation.summary.SummarySearch;
import org.springframework.stereotype.Component;

/** Answers what the case history asks for. */
@Component
final class HistoryCall {

    /** Rows of a file. */
    private static final int EXPORTED = 10_000;

    private final SummarySearch search;

    HistoryCall(SummarySearch search) {
        this.search = search;
    }

    HistoryPage page(HistoryQuery query) {
        int size = query.size();
        List<CaseSummary> found = search.list(query.filter(), query.order(), query.page() * size, size + 1);
        int total = search.count(query.filter(), HistoryPage.COUNTED + 1);
        return new HistoryPage(
                found.stream().limit(size).map(HistoryRow::of).toList(),
                query.page(),
                size,
                Math.min(total, HistoryPage.COUNTED),
                total > HistoryPage.COUNTED,
                found.size() > size);
    }

    /** The first 10,000 cases that match, in the order asked for, as CSV. */
    StreamingOutput csv(HistoryQuery query) {
        List<CaseSummary> found = search.list(query.filter(), query.order(), 0, EXPORTED);
        return out -> HistoryCsv.write(found.stream().map(HistoryRow::of).toList(), out);
    }
}

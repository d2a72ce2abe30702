package org.mailboxremediation.webapp.history;

import java.util.List;

/**
 * A page of the case history.
 *
 * @param total how many cases there are, counted up to {@value #COUNTED}
 * @param atLeast whether there may be more than that
 * @param more whether another page follows
 */
record HistoryPage(List<HistoryRow> items, int page, int size, int total, boolean atLeast, boolean more) {

    /** How far cases are counted. */
    static final int COUNTED = 1000;
}

package org.mailboxremediation.webapp.caseview;

import java.util.List;

/**
 * A page of a list.
 *
 * @param page from 0
 * @param size how many items a page has at most
 * @param total how many items all pages have
 */
record Page<T>(List<T> items, int page, int size, long total) {

    Page {
        items = List.copyOf(items);
    }

    /** The page of a list that is there as a whole. */
    static <T> Page<T> of(List<T> all, PageQuery query) {
        int from = (int) Math.min(all.size(), query.offset());
        int to = Math.min(all.size(), from + query.size());
        return new Page<>(all.subList(from, to), query.page(), query.size(), all.size());
    }
}

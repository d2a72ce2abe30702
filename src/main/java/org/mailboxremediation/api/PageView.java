package org.mailboxremediation.api;

import java.util.List;

/**
 * A page of a list.
 *
 * @param page from 0
 * @param size how many items a page has at most
 * @param total how many items all pages have
 */
record PageView<T>(List<T> items, int page, int size, long total) {

    PageView {
        items = List.copyOf(items);
    }
}

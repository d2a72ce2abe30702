package org.mailboxremediation.sandbox.account;

import java.util.List;

/**
 * A part of a longer list.
 *
 * @param items the part
 * @param total how many there are in all
 */
public record Page<T>(List<T> items, int total) {

    public Page {
        items = List.copyOf(items);
    }

    /** The part of a whole list that begins at {@code offset}, at most {@code size} items; empty past the end. */
    public static <T> Page<T> of(List<T> all, int offset, int size) {
        return new Page<>(all.stream().skip(offset).limit(size).toList(), all.size());
    }
}

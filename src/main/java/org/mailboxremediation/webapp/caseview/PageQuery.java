package org.mailboxremediation.webapp.caseview;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.webapp.QueryRefused;

/**
 * Which page of a list is asked for.
 *
 * @param page from 0 to 99,999
 * @param size from 1 to 200
 */
record PageQuery(int page, int size) {

    private static final int LAST_PAGE = 99_999;
    private static final int LARGEST = 200;
    private static final int USUAL = 50;

    /**
     * Reads the parameters {@code page} and {@code size}; null where one is not given.
     *
     * @throws QueryRefused naming what is no such number
     */
    static PageQuery read(@Nullable String page, @Nullable String size) {
        List<QueryRefused.Field> broken = new ArrayList<>();
        int first = number("page", page, 0, 0, LAST_PAGE, broken);
        int most = number("size", size, USUAL, 1, LARGEST, broken);
        if (!broken.isEmpty()) {
            throw QueryRefused.fields(broken);
        }
        return new PageQuery(first, most);
    }

    long offset() {
        return (long) page * size;
    }

    private static int number(
            String name, @Nullable String given, int otherwise, int least, int most, List<QueryRefused.Field> broken) {
        if (given == null) {
            return otherwise;
        }
        if (given.matches("\\d{1,6}")) {
            int number = Integer.parseInt(given);
            if (number >= least && number <= most) {
                return number;
            }
        }
        broken.add(new QueryRefused.Field(name, "must be a whole number from " + least + " to " + most));
        return otherwise;
    }
}

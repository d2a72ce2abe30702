package org.mailboxremediation.sandbox.rackspace;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;
import org.mailboxremediation.sandbox.Assumptions;
import org.mailboxremediation.sandbox.Assumptions.SizeOverLimit;
import org.mailboxremediation.sandbox.account.Page;

/**
 * The part of a list that a caller asks for.
 *
 * @param offset in items; past the end is an empty page
 * @param size 1 to 250, by default 50
 */
record Paging(int offset, int size) {

    private static final int DEFAULT = 50;
    private static final int MAXIMUM = 250;

    static Paging of(Fields query, Assumptions assume) {
        int size = query.number("size", DEFAULT);
        if (size < 1 || (size > MAXIMUM && assume.sizeOver250() == SizeOverLimit.REFUSE)) {
            throw Fault.badRequest("Invalid value for field: size");
        }
        return new Paging(query.number("offset", 0), Math.min(size, MAXIMUM));
    }

    <T> ObjectNode render(String array, Page<T> page, Assumptions assume, Function<T, ObjectNode> item) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("offset", offset)
                .put("size", size)
                .put("total", page.total());
        if (!page.items().isEmpty() || !assume.emptyPageOmitsArray()) {
            ArrayNode items = body.putArray(array);
            page.items().forEach(each -> items.add(item.apply(each)));
        }
        return body;
    }
}

package org.mailboxremediation.event;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The rows of one kind that a transaction has read of the cases it has locked. Each case's are read once, and those of all
 * locked cases by one statement: who works on many cases asks the same of each. Without the lock nothing is kept. Whoever
 * writes such rows forgets here what was read of their case.
 *
 * @param <R> a row
 */
public final class LockedRows<R> {

    private final TransactionMemory<List<R>> read = new TransactionMemory<>();

    /**
     * The case's rows, in the reader's order.
     *
     * @param reader reads the rows of many cases, each with its case's id
     */
    public List<R> of(String caseId, Function<Collection<String>, List<Map.Entry<String, R>>> reader) {
        Collection<String> locked = ChainHeads.held();
        if (!locked.contains(caseId)) {
            return reader.apply(List.of(caseId)).stream()
                    .map(Map.Entry::getValue)
                    .toList();
        }
        Map<String, List<R>> known = read.ofTransaction();
        if (!known.containsKey(caseId)) {
            List<String> unknown =
                    locked.stream().filter(id -> !known.containsKey(id)).toList();
            Map<String, List<R>> found = byCase(reader.apply(unknown));
            unknown.forEach(id -> known.put(id, found.getOrDefault(id, List.of())));
        }
        return known.getOrDefault(caseId, List.of());
    }

    /** The case's rows are written to, and what they are now is known if they were. */
    public void change(String caseId, UnaryOperator<List<R>> change) {
        read.ofTransaction().computeIfPresent(caseId, (id, rows) -> change.apply(rows));
    }

    private static <R> Map<String, List<R>> byCase(List<Map.Entry<String, R>> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toUnmodifiableList())));
    }

    /** The case's rows are written to. */
    public void forget(String caseId) {
        read.ofTransaction().remove(caseId);
    }
}

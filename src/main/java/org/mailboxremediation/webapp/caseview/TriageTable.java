package org.mailboxremediation.webapp.caseview;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The decision table that triage asks, with the rules that the case's facts match.
 *
 * @param name what the table is called
 * @param version of the table: the one deployed with the case's process, or the newest where that is gone
 * @param ofCase whether it is the one deployed with the case's process
 * @param hitPolicy such as {@code FIRST}
 * @param inputs the columns that are asked, with what the case's facts give there
 * @param outputs the columns that are answered
 * @param rules the rows
 * @param answer what the matched rules answer, an output each
 * @param recorded what the case has on record: severity, then lock-out
 */
record TriageTable(
        String name,
        int version,
        boolean ofCase,
        String hitPolicy,
        List<Input> inputs,
        List<String> outputs,
        List<Rule> rules,
        List<String> answer,
        List<String> recorded) {

    TriageTable {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        rules = List.copyOf(rules);
        answer = List.copyOf(answer);
        recorded = List.copyOf(recorded);
    }

    /** An input column; {@code value} is null where the table was not asked so far. */
    record Input(String label, @Nullable String value) {}

    /** A row, its cells as they stand in the table; empty is any. */
    record Rule(String id, @Nullable String description, List<String> inputs, List<String> outputs, boolean matched) {

        Rule {
            inputs = List.copyOf(inputs);
            outputs = List.copyOf(outputs);
        }

        Rule among(Set<String> matching) {
            return new Rule(id, description, inputs, outputs, matching.contains(id));
        }
    }
}

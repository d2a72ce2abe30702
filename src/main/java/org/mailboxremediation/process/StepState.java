package org.mailboxremediation.process;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How far one of the article's five steps has come.
 *
 * @param number 1 to 5
 * @param name what the article calls it
 * @param since when it began; null before
 * @param doneAt when it was done; null before, and again while it is taken up anew
 */
public record StepState(
        int number,
        String name,
        State state,
        @Nullable Instant since,
        @Nullable Instant doneAt) {

    /** Where a step stands. */
    public enum State {
        /** Not begun, or given up with the case. */
        PENDING,
        ACTIVE,
        DONE
    }

    /** The step's state after these passages of any activities of one process, of a case that is open or not. */
    static StepState of(ProcedureStep step, List<Passage> all, boolean caseOpen) {
        List<Passage> own = all.stream().filter(p -> step.holds(p.activity())).toList();
        Instant since =
                own.stream().map(Passage::from).min(Comparator.naturalOrder()).orElse(null);
        boolean done = own.stream().noneMatch(Passage::running)
                && own.stream().anyMatch(p -> p.completed() && p.activity().equals(step.last()));
        if (done) {
            return new StepState(step.number(), step.title(), State.DONE, since, lastEnd(own));
        }
        State state = since != null && caseOpen ? State.ACTIVE : State.PENDING;
        return new StepState(step.number(), step.title(), state, since, null);
    }

    /** The same step, begun with the report at the latest: the first password change waits for no process. */
    StepState begunBy(Instant report, boolean caseOpen) {
        Instant begun = since == null || since.isAfter(report) ? report : since;
        State now = state == State.PENDING && caseOpen ? State.ACTIVE : state;
        return new StepState(number, name, now, begun, doneAt);
    }

    private static @Nullable Instant lastEnd(List<Passage> own) {
        return own.stream()
                .map(Passage::to)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}

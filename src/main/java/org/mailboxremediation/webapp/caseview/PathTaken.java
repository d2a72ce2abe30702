package org.mailboxremediation.webapp.caseview;

import java.util.List;
import java.util.Map;

/**
 * The way that one run took through its model.
 *
 * @param run whose
 * @param nodes what was passed, in the order of first entry
 * @param flows how often each sequence flow was taken, by its id, as far as the passages tell
 * @param failures how many incidents the engine had at each node, by its id
 * @param whole whether all passages were read; a run with more than {@value Paths#MOST_PASSAGES} is read that far
 */
record PathTaken(
        ProcessRun run,
        List<NodePassages> nodes,
        Map<String, Integer> flows,
        Map<String, Integer> failures,
        boolean whole) {

    PathTaken {
        nodes = List.copyOf(nodes);
        flows = Map.copyOf(flows);
        failures = Map.copyOf(failures);
    }
}

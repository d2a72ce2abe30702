package org.mailboxremediation.webapp.caseview;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One passage through a node of a model.
 *
 * @param node the node's id; the body around a node that is run several times has its own
 * @param type as the engine names it, such as {@code userTask}
 * @param scope the passage through the scope that the node is in
 * @param end null while it runs
 * @param canceled whether it was interrupted
 * @param called the process that it called; null where it called none
 */
record ActivityRun(
        String node,
        String type,
        @Nullable String scope,
        Instant start,
        @Nullable Instant end,
        boolean canceled,
        @Nullable String called) {

    private static final String BODY = "#multiInstanceBody";

    /** The node as the model names it. */
    String modelNode() {
        return isBody() ? node.substring(0, node.length() - BODY.length()) : node;
    }

    /** Whether it stands around the several runs of its node, and is none itself. */
    boolean isBody() {
        return node.endsWith(BODY);
    }

    /** Whether it ended by itself, and so left by the node's sequence flows. */
    boolean wentOn() {
        return end != null && !canceled;
    }
}

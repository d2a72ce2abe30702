package org.mailboxremediation.casefile.pdf;

import java.io.IOException;
import java.util.List;

/**
 * A model as its modeller drew it, with the path that was taken (BPMN 2.0, diagram interchange: from the upper left corner).
 *
 * @param title above it
 * @param legend what the colours mean
 * @param nodes in the order in which they are drawn: containers before what they hold
 * @param edges the flows
 */
public record Drawing(String title, String legend, List<Node> nodes, List<Edge> edges) {

    /** Copies. */
    public Drawing {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    /** How a node is drawn. */
    public enum Form {
        TASK,
        CONTAINER,
        EVENT,
        END_EVENT,
        GATEWAY
    }

    /**
     * A node.
     *
     * @param times how often it was passed; 0 for never
     */
    public record Node(Form form, String name, float x, float y, float width, float height, int times) {}

    /**
     * A flow.
     *
     * @param points x and y, by turns
     * @param taken whether it was
     */
    public record Edge(String name, List<Float> points, boolean taken) {

        /** Copies. */
        public Edge {
            points = List.copyOf(points);
        }
    }

    void draw(Pen pen, Typeface typeface, float left, float bottom, float width, float height) throws IOException {
        if (!nodes.isEmpty()) {
            new Drafting(this, pen, typeface).fit(left, bottom, width, height);
        }
    }
}

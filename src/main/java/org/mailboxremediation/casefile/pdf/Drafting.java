package org.mailboxremediation.casefile.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Puts a drawing onto a page, as large as it fits. */
final class Drafting {

    private static final float LARGEST_SCALE = 0.9f;
    private static final float TASK_TEXT = 11;
    private static final float LABEL_TEXT = 10;

    private final Drawing drawing;
    private final Pen pen;
    private final Typeface typeface;
    private float scale;
    private float originX;
    private float originY;

    Drafting(Drawing drawing, Pen pen, Typeface typeface) {
        this.drawing = drawing;
        this.pen = pen;
        this.typeface = typeface;
    }

    void fit(float left, float bottom, float width, float height) throws IOException {
        float minX = least(0);
        float minY = least(1);
        float maxX = most(0);
        float maxY = most(1);
        scale = Math.min(LARGEST_SCALE, Math.min(width / (maxX - minX + 40), height / (maxY - minY + 40)));
        originX = left - (minX - 20) * scale;
        originY = bottom + height + (minY - 20) * scale;
        for (Drawing.Node node : drawing.nodes()) {
            if (node.form() == Drawing.Form.CONTAINER) {
                node(node);
            }
        }
        for (boolean taken : new boolean[] {false, true}) {
            for (Drawing.Edge edge : drawing.edges()) {
                if (edge.taken() == taken) {
                    edge(edge);
                }
            }
        }
        for (Drawing.Node node : drawing.nodes()) {
            if (node.form() != Drawing.Form.CONTAINER) {
                node(node);
            }
        }
    }

    private void node(Drawing.Node node) throws IOException {
        boolean taken = node.times() > 0;
        Ink stroke = taken ? Ink.TAKEN : Ink.LINE;
        Ink fill = taken && node.form() != Drawing.Form.CONTAINER ? Ink.TAKEN_SHADE : Ink.PAPER;
        float line = (taken ? 2f : 1f) * Math.max(scale, 0.5f);
        float middleX = node.x() + node.width() / 2;
        float middleY = node.y() + node.height() / 2;
        switch (node.form()) {
            case TASK, CONTAINER -> pen.shape(fill, stroke, line, corners(node));
            case GATEWAY -> pen.shape(fill, stroke, line, diamond(node));
            case EVENT, END_EVENT -> {
                float thick = node.form() == Drawing.Form.END_EVENT ? line * 1.8f : line;
                pen.circle(fill, stroke, thick, x(middleX), y(middleY), node.width() / 2 * scale);
            }
        }
        label(node, taken ? Ink.TEXT : Ink.QUIET);
        if (node.times() > 1) {
            String times = node.times() + "×";
            pen.text(times, typeface, 9 * scale, Ink.TAKEN, true, x(node.x() + node.width() - 16), y(node.y() - 3));
        }
    }

    private void label(Drawing.Node node, Ink ink) throws IOException {
        boolean inside = node.form() == Drawing.Form.TASK;
        float size = (inside ? TASK_TEXT : LABEL_TEXT) * scale;
        float room = (inside ? node.width() - 8 : 110) * scale;
        List<String> lines = typeface.wrapped(typeface.shown(node.name()), size, room);
        float middle = x(node.x() + node.width() / 2);
        float at = inside
                ? y(node.y() + node.height() / 2) + (lines.size() - 1) * size * 0.6f - size * 0.35f
                : y(node.y() + node.height()) - size * 1.1f;
        if (node.form() == Drawing.Form.CONTAINER) {
            at = y(node.y()) - size * 1.3f;
            middle = x(node.x()) + typeface.width(lines.get(0), size) / 2 + 6 * scale;
        }
        for (String line : lines) {
            pen.text(line, typeface, size, ink, false, middle - typeface.width(line, size) / 2, at);
            at -= size * 1.2f;
        }
    }

    private void edge(Drawing.Edge edge) throws IOException {
        List<Float> points = edge.points();
        float[] placed = new float[points.size()];
        for (int at = 0; at < placed.length; at += 2) {
            placed[at] = x(points.get(at));
            placed[at + 1] = y(points.get(at + 1));
        }
        Ink ink = edge.taken() ? Ink.TAKEN : Ink.LINE;
        pen.line(ink, (edge.taken() ? 2.2f : 1f) * Math.max(scale, 0.5f), placed);
        arrow(placed, ink);
        if (!edge.name().isBlank()) {
            float size = LABEL_TEXT * scale * 0.9f;
            String text = typeface.shown(edge.name());
            pen.text(text, typeface, size, Ink.QUIET, false, placed[0] + 4 * scale, placed[1] + 4 * scale);
        }
    }

    private void arrow(float[] placed, Ink ink) throws IOException {
        int end = placed.length - 2;
        double angle = Math.atan2(placed[end + 1] - placed[end - 1], placed[end] - placed[end - 2]);
        List<float[]> head = new ArrayList<>(List.of(new float[] {placed[end], placed[end + 1]}));
        for (double turn : new double[] {2.7, -2.7}) {
            double length = 8 * Math.max(scale, 0.5);
            head.add(new float[] {
                (float) (placed[end] + length * Math.cos(angle + turn)),
                (float) (placed[end + 1] + length * Math.sin(angle + turn))
            });
        }
        pen.shape(ink, ink, 0.5f, head);
    }

    private List<float[]> corners(Drawing.Node node) {
        float right = node.x() + node.width();
        float low = node.y() + node.height();
        return List.of(point(node.x(), node.y()), point(right, node.y()), point(right, low), point(node.x(), low));
    }

    private List<float[]> diamond(Drawing.Node node) {
        float middleX = node.x() + node.width() / 2;
        float middleY = node.y() + node.height() / 2;
        return List.of(
                point(middleX, node.y()),
                point(node.x() + node.width(), middleY),
                point(middleX, node.y() + node.height()),
                point(node.x(), middleY));
    }

    private float[] point(float atX, float atY) {
        return new float[] {x(atX), y(atY)};
    }

    private float x(float at) {
        return originX + at * scale;
    }

    private float y(float at) {
        return originY - at * scale;
    }

    private float least(int axis) {
        return (float) ends(axis, 0).min().orElse(0);
    }

    private float most(int axis) {
        return (float) ends(axis, 1).max().orElse(1);
    }

    private DoubleStream ends(int axis, int far) {
        DoubleStream ofNodes = drawing.nodes().stream()
                .mapToDouble(node -> axis == 0 ? node.x() + far * node.width() : node.y() + far * node.height());
        DoubleStream ofEdges = drawing.edges().stream()
                .flatMapToDouble(edge -> IntStream.range(0, edge.points().size())
                        .filter(at -> at % 2 == axis)
                        .mapToDouble(at -> edge.points().get(at)));
        return DoubleStream.concat(ofNodes, ofEdges);
    }
}

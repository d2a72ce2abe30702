package org.mailboxremediation.casefile.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Lays the rows of a table out. */
final class Table {

    private static final float SIZE = 8;
    private static final float LEADING = SIZE * 1.3f;
    private static final float PAD = 3;
    /** No row is higher than a page. */
    private static final int MOST_LINES = 60;

    private final List<Column> columns;
    private final Typeface typeface;
    private final float width;

    Table(List<Column> columns, Typeface typeface, float width) {
        this.columns = columns;
        this.typeface = typeface;
        this.width = width;
    }

    record Row(List<List<String>> cells, float height) {}

    Row lay(List<String> row) {
        List<List<String>> cells = new ArrayList<>();
        int most = 1;
        for (int index = 0; index < columns.size(); index++) {
            List<String> lines = typeface.wrapped(typeface.shown(row.get(index)), SIZE, widthOf(index) - 2 * PAD);
            List<String> kept = lines.subList(0, Math.min(lines.size(), MOST_LINES));
            cells.add(kept);
            most = Math.max(most, kept.size());
        }
        return new Row(cells, most * LEADING + 2 * PAD);
    }

    float headHeight() {
        return lay(columns.stream().map(Column::title).toList()).height();
    }

    float head(Pen pen, float y) throws IOException {
        Row head = lay(columns.stream().map(Column::title).toList());
        pen.fill(Ink.HEADING, Paper.MARGIN, y - head.height(), width, head.height());
        write(pen, head, y, Ink.PAPER, true);
        return y - head.height();
    }

    float row(Pen pen, Row row, float y, boolean shaded) throws IOException {
        if (shaded) {
            pen.fill(Ink.SHADE, Paper.MARGIN, y - row.height(), width, row.height());
        }
        write(pen, row, y, Ink.TEXT, false);
        pen.line(Ink.LINE, 0.4f, Paper.MARGIN, y - row.height(), Paper.MARGIN + width, y - row.height());
        return y - row.height();
    }

    private void write(Pen pen, Row row, float y, Ink ink, boolean bold) throws IOException {
        float x = Paper.MARGIN;
        for (int index = 0; index < row.cells().size(); index++) {
            float at = y - PAD - SIZE;
            for (String line : row.cells().get(index)) {
                pen.text(line, typeface, SIZE, ink, bold, x + PAD, at);
                at -= LEADING;
            }
            x += widthOf(index);
        }
    }

    private float widthOf(int index) {
        return width * columns.get(index).share() / 100;
    }
}

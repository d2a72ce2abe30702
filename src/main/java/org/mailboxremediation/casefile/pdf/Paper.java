package org.mailboxremediation.casefile.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** A document that is written from the top to the bottom of its A4 pages. What is written rests in a file, not in memory. */
public final class Paper implements AutoCloseable {

    static final float MARGIN = 50;
    static final float FOOT = 46;

    private static final float LEADING = 1.35f;
    private static final PDRectangle UPRIGHT = PDRectangle.A4;
    private static final PDRectangle ACROSS =
            new PDRectangle(/* width= */ UPRIGHT.getHeight(), /* height= */ UPRIGHT.getWidth());

    private final PDDocument document = new PDDocument(IOUtils.createTempFileOnlyStreamCache());
    private final Typeface typeface;
    private Pen pen;
    private PDRectangle format = UPRIGHT;
    private float y;

    /**
     * An empty document.
     *
     * @param title for its properties
     */
    public Paper(String title) throws IOException {
        typeface = new Typeface(document);
        document.getDocumentInformation().setTitle(Printable.of(title, 200));
        document.getDocumentInformation().setProducer("mailbox-remediation");
        pen = begin(UPRIGHT);
    }

    /** A heading, kept with what follows. */
    public void heading(String text) throws IOException {
        room(70);
        y -= 16;
        text(text, 14, Ink.HEADING, true);
        y -= 3;
        pen.line(Ink.HEADING, 1, MARGIN, y, format.getWidth() - MARGIN, y);
        y -= 8;
    }

    /** The title at the top of the first page. */
    public void title(String text, String below) throws IOException {
        text(text, 22, Ink.HEADING, true);
        text(below, 10, Ink.QUIET, false);
        y -= 4;
    }

    /** A paragraph. */
    public void paragraph(String text, Ink ink) throws IOException {
        text(text, 9.5f, ink, false);
        y -= 3;
    }

    /** A paragraph with a mark before it. */
    public void point(String text, Ink ink) throws IOException {
        List<String> lines = lines(text, 9.5f, width() - 12);
        room(Math.min(lines.size(), 3) * 9.5f * LEADING);
        pen.text("•", typeface, 9.5f, ink, false, MARGIN, y - 9.5f);
        write(lines, 9.5f, ink, false, MARGIN + 12);
        y -= 2;
    }

    /** A table whose head is repeated on each page; rows are kept whole where they fit on one page. */
    public void table(List<Column> columns, Iterable<List<String>> rows) throws IOException {
        Table table = new Table(columns, typeface, width());
        room(table.headHeight() + 30);
        y = table.head(pen, y);
        boolean shaded = false;
        for (List<String> row : rows) {
            Table.Row laid = table.lay(row);
            if (y - laid.height() < FOOT + 10) {
                next();
                y = table.head(pen, y);
            }
            y = table.row(pen, laid, y, shaded);
            shaded = !shaded;
        }
        y -= 6;
    }

    /** A drawing on a page of its own, lying across. */
    public void drawing(Drawing drawing) throws IOException {
        format = ACROSS;
        next();
        text(drawing.title(), 14, Ink.HEADING, true);
        text(drawing.legend(), 9, Ink.QUIET, false);
        drawing.draw(pen, typeface, MARGIN, FOOT + 10, format.getWidth() - 2 * MARGIN, y - FOOT - 20);
        format = UPRIGHT;
        y = 0;
    }

    /** Writes it with a foot on each page, and leaves the stream open. */
    public void finish(String foot, OutputStream out) throws IOException {
        pen.close();
        int pages = document.getNumberOfPages();
        String left = typeface.shown(Printable.of(foot, 120));
        for (int index = 0; index < pages; index++) {
            PDPage page = document.getPage(index);
            String right = "page " + (index + 1) + " of " + pages;
            float width = page.getMediaBox().getWidth();
            try (Pen last = new Pen(document, page, PDPageContentStream.AppendMode.APPEND)) {
                last.line(Ink.LINE, 0.5f, MARGIN, FOOT - 8, width - MARGIN, FOOT - 8);
                last.text(left, typeface, 7.5f, Ink.QUIET, false, MARGIN, FOOT - 20);
                float from = width - MARGIN - typeface.width(right, 7.5f);
                last.text(right, typeface, 7.5f, Ink.QUIET, false, from, FOOT - 20);
            }
        }
        document.save(out);
    }

    @Override
    public void close() throws IOException {
        pen.close();
        document.close();
    }

    private void text(String text, float size, Ink ink, boolean bold) throws IOException {
        write(lines(text, size, width()), size, ink, bold, MARGIN);
    }

    private void write(List<String> lines, float size, Ink ink, boolean bold, float x) throws IOException {
        for (String line : lines) {
            room(size * LEADING);
            pen.text(line, typeface, size, ink, bold, x, y - size);
            y -= size * LEADING;
        }
    }

    private List<String> lines(String text, float size, float room) {
        return new ArrayList<>(typeface.wrapped(typeface.shown(text), size, room));
    }

    private float width() {
        return format.getWidth() - 2 * MARGIN;
    }

    private void room(float height) throws IOException {
        if (y - height < FOOT + 10) {
            next();
        }
    }

    private void next() throws IOException {
        pen.close();
        pen = begin(format);
    }

    private Pen begin(PDRectangle size) throws IOException {
        PDPage page = new PDPage(size);
        document.addPage(page);
        y = size.getHeight() - MARGIN;
        return new Pen(document, page, PDPageContentStream.AppendMode.OVERWRITE);
    }
}

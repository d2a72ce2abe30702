package org.mailboxremediation.casefile.pdf;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/** Draws on one page, in points from its lower left corner. */
final class Pen implements AutoCloseable {

    /** Four curves make a circle; how far their handles reach. */
    private static final float CIRCLE = 0.5523f;

    private final PDPageContentStream content;
    private boolean open = true;

    Pen(PDDocument document, PDPage page, PDPageContentStream.AppendMode mode) throws IOException {
        content = new PDPageContentStream(document, page, mode, true, true);
    }

    void text(String shown, Typeface typeface, float size, Ink ink, boolean bold, float x, float y) throws IOException {
        content.beginText();
        content.setFont(typeface.font, size);
        content.setNonStrokingColor(ink.color());
        content.setRenderingMode(bold ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
        if (bold) {
            // The font has one weight: a line around the letters makes the other.
            content.setStrokingColor(ink.color());
            content.setLineWidth(size * 0.035f);
        }
        content.newLineAtOffset(x, y);
        content.showText(shown);
        content.endText();
    }

    void line(Ink ink, float width, float... points) throws IOException {
        content.setStrokingColor(ink.color());
        content.setLineWidth(width);
        content.moveTo(points[0], points[1]);
        for (int at = 2; at < points.length; at += 2) {
            content.lineTo(points[at], points[at + 1]);
        }
        content.stroke();
    }

    void fill(Ink ink, float x, float y, float width, float height) throws IOException {
        content.setNonStrokingColor(ink.color());
        content.addRect(x, y, width, height);
        content.fill();
    }

    /** A closed outline, filled. */
    void shape(Ink fill, Ink stroke, float width, List<float[]> points) throws IOException {
        content.setNonStrokingColor(fill.color());
        content.setStrokingColor(stroke.color());
        content.setLineWidth(width);
        content.moveTo(points.get(0)[0], points.get(0)[1]);
        for (float[] point : points.subList(1, points.size())) {
            content.lineTo(point[0], point[1]);
        }
        content.closeAndFillAndStroke();
    }

    void circle(Ink fill, Ink stroke, float width, float x, float y, float r) throws IOException {
        float k = r * CIRCLE;
        content.setNonStrokingColor(fill.color());
        content.setStrokingColor(stroke.color());
        content.setLineWidth(width);
        content.moveTo(x + r, y);
        content.curveTo(x + r, y + k, x + k, y + r, x, y + r);
        content.curveTo(x - k, y + r, x - r, y + k, x - r, y);
        content.curveTo(x - r, y - k, x - k, y - r, x, y - r);
        content.curveTo(x + k, y - r, x + r, y - k, x + r, y);
        content.closeAndFillAndStroke();
    }

    @Override
    public void close() throws IOException {
        if (open) {
            open = false;
            content.close();
        }
    }
}

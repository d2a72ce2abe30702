package org.mailboxremediation.casefile.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Liberation Sans, which comes with PDFBox and is embedded: Latin, Greek, Cyrillic and Hebrew letters. What it has not is
 * replaced by a question mark.
 */
final class Typeface {

    private static final String FILE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final TrueTypeFont file;
    private final CmapLookup glyphs;
    private final Map<Integer, Float> widths = new HashMap<>();
    final PDFont font;

    Typeface(PDDocument document) throws IOException {
        try (InputStream in = PDDocument.class.getResourceAsStream(FILE)) {
            file = new TTFParser().parse(new RandomAccessReadBuffer(Objects.requireNonNull(in, FILE)));
        }
        // Ligatures would take most of the time that a large document takes.
        file.setEnableGsub(false);
        glyphs = file.getUnicodeCmapLookup();
        font = PDType0Font.load(document, file, true);
    }

    /** The text with what can be shown. */
    String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(one -> shown.appendCodePoint(glyphs.getGlyphId(one) > 0 ? one : '?'));
        return shown.toString();
    }

    /** In points. */
    float width(String shown, float size) {
        float width = 0;
        for (int at = 0; at < shown.length(); at += Character.charCount(shown.codePointAt(at))) {
            width += widths.computeIfAbsent(shown.codePointAt(at), this::width);
        }
        return width * size;
    }

    /** The lines that the text takes; words that are too long are broken. */
    List<String> wrapped(String shown, float size, float room) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : shown.split(" ", -1)) {
            String rest = word;
            String longer = line.isEmpty() ? rest : line + " " + rest;
            if (width(longer, size) <= room) {
                line = longer;
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
            while (width(rest, size) > room && rest.length() > 1) {
                int fits = fitting(rest, size, room);
                lines.add(rest.substring(0, fits));
                rest = rest.substring(fits);
            }
            line = rest;
        }
        lines.add(line);
        return lines;
    }

    private int fitting(String word, float size, float room) {
        float width = 0;
        int at = 0;
        while (at < word.length()) {
            int one = word.codePointAt(at);
            width += widths.computeIfAbsent(one, this::width) * size;
            if (width > room && at > 0) {
                return at;
            }
            at += Character.charCount(one);
        }
        return at;
    }

    private float width(int one) {
        try {
            return file.getAdvanceWidth(glyphs.getGlyphId(one)) / (float) file.getUnitsPerEm();
        } catch (IOException broken) {
            throw new IllegalStateException("the font that comes with PDFBox cannot be read", broken);
        }
    }
}

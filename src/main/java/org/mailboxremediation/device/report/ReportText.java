package org.mailboxremediation.device.report;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.mailboxremediation.incident.TextBounds;

/** Turns a report's bytes into text, and its text into a line that may be shown. */
final class ReportText {

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Co}\\p{Cn}\\p{Cs}]+");

    private ReportText() {}

    /**
     * Decodes. Anything that agrees with ASCII will do, since the words that matter are ASCII; PowerShell writes UTF-16
     * with a mark.
     */
    static String decode(byte[] report) {
        Charset charset = StandardCharsets.UTF_8;
        if (startsWith(report, 0xFF, 0xFE) || startsWith(report, 0xFE, 0xFF)) {
            charset = StandardCharsets.UTF_16;
        }
        String text = new String(report, charset);
        if (text.indexOf('\0') >= 0) {
            throw new UnreadableReport("The report is not text in UTF-8. Save it as UTF-8 and bring it again.");
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** The text in one line of at most {@code max} characters, without what cannot be seen. */
    static String plain(String text, int max, String instead) {
        String visible =
                INVISIBLE.matcher(TextBounds.cut(text, 4 * max)).replaceAll(" ").strip();
        return visible.isEmpty() ? instead : TextBounds.cut(visible, max);
    }

    static boolean startsWith(byte[] bytes, int... start) {
        if (bytes.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }
}

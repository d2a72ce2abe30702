package org.mailboxremediation.incident;

import java.util.regex.Pattern;

/** What text from outside may look like before it is stored. */
public final class TextBounds {

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Pattern CONTROL_IN_TEXT = Pattern.compile("[\\p{Cntrl}&&[^\\n\\r\\t]]");

    private TextBounds() {}

    /**
     * One line: 1 to {@code max} characters, not blank, no control characters.
     *
     * @param field how the message names it
     * @return the text, unchanged
     * @throws IllegalArgumentException if it is not so; the message names the field, never its content
     */
    public static String line(String field, String text, int max) {
        if (text.isBlank() || text.length() > max) {
            throw new IllegalArgumentException(field + " must have 1 to " + max + " characters");
        }
        if (CONTROL.matcher(text).find()) {
            throw new IllegalArgumentException(field + " must not hold control characters");
        }
        return text;
    }

    /**
     * Text of several lines: at most {@code max} characters, no control characters but line ends and tabs.
     *
     * @param field how the message names it
     * @return the text, unchanged
     * @throws IllegalArgumentException if it is not so; the message names the field, never its content
     */
    public static String text(String field, String text, int max) {
        if (text.length() > max) {
            throw new IllegalArgumentException(field + " must have at most " + max + " characters");
        }
        if (CONTROL_IN_TEXT.matcher(text).find()) {
            throw new IllegalArgumentException(field + " must not hold control characters");
        }
        return text;
    }

    /** The text's first {@code max} characters; a character of two halves is never split. */
    public static String cut(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max);
    }
}

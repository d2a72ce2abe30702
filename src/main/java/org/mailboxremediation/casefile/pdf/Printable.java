package org.mailboxremediation.casefile.pdf;

/** Foreign text as it may be printed: bounded, on one line, without anything that does not show or turns what shows around. */
public final class Printable {

    private static final String CUT = "…";

    private Printable() {}

    /**
     * The text without control, format, bidirectional and private characters; white space of any kind becomes a blank.
     *
     * @param most how many characters are kept, at least 1; an ellipsis tells of more
     */
    public static String of(String text, int most) {
        StringBuilder kept = new StringBuilder();
        int count = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int one = text.codePointAt(at);
            if (isBlank(one) ? endsInBlank(kept) : !shows(one)) {
                continue;
            }
            if (count++ == most) {
                return kept.append(CUT).toString();
            }
            kept.appendCodePoint(isBlank(one) ? ' ' : one);
        }
        return kept.toString().strip();
    }

    private static boolean endsInBlank(StringBuilder kept) {
        return kept.length() > 0 && kept.charAt(kept.length() - 1) == ' ';
    }

    private static boolean isBlank(int one) {
        return Character.isWhitespace(one) || Character.isSpaceChar(one);
    }

    private static boolean shows(int one) {
        return switch (Character.getType(one)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK -> false;
            default -> true;
        };
    }
}

package org.mailboxremediation.evidence.trace;

/** A stranger's text made fit to show: printable ASCII only, and of bounded length. */
final class PlainText {

    private static final int LONGEST = 255;

    private PlainText() {}

    static String of(String text) {
        int length = Math.min(text.length(), LONGEST);
        int at = 0;
        while (at < length && isPlain(text.charAt(at))) {
            at++;
        }
        return at == text.length() ? text : cleaned(text, length);
    }

    static boolean isPlain(String text) {
        return text.chars().allMatch(c -> isPlain((char) c));
    }

    private static String cleaned(String text, int length) {
        StringBuilder clean = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            clean.append(isPlain(text.charAt(i)) ? text.charAt(i) : '?');
        }
        return clean.toString();
    }

    private static boolean isPlain(char c) {
        return c >= ' ' && c < 127;
    }
}

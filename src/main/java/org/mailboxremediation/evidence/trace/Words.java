package org.mailboxremediation.evidence.trace;

/** Small questions about text, answered in one pass and without regular expressions: the text is a stranger's. */
final class Words {

    private Words() {}

    static boolean isLetterOrDigit(char c) {
        return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isHex(char c) {
        return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }

    /** Whether the word stands at that place, in any case, with none of its letters going on behind it. */
    static boolean at(String text, int from, String word) {
        int end = from + word.length();
        return text.regionMatches(true, from, word, 0, word.length())
                && (end == text.length() || !isLetterOrDigit(text.charAt(end)));
    }

    /** Where the word, given in small ASCII letters, stands as a whole one, in any case; -1 where it does not. */
    static int find(String text, String word) {
        char first = word.charAt(0);
        for (int from = 0; from + word.length() <= text.length(); from++) {
            if ((text.charAt(from) | 32) == first
                    && (from == 0 || !isLetterOrDigit(text.charAt(from - 1)))
                    && at(text, from, word)) {
                return from;
            }
        }
        return -1;
    }

    static boolean beginsWithOneOf(String text, String... words) {
        int from = 0;
        while (from < text.length() && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        for (String word : words) {
            if (at(text, from, word) && endsAt(text, from + word.length())) {
                return true;
            }
        }
        return false;
    }

    /** {@code client.example.org} and {@code client-7} are names of hosts, and not the word. */
    private static boolean endsAt(String text, int end) {
        return end == text.length() || "=:)".indexOf(text.charAt(end)) >= 0 || Character.isWhitespace(text.charAt(end));
    }
}

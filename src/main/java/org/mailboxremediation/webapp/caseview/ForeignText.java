package org.mailboxremediation.webapp.caseview;

import org.jspecify.annotations.Nullable;

/** Text that somebody else wrote, cut to what a page can show. It is never HTML: the page puts it in as text. */
final class ForeignText {

    /** How much of a text is shown. */
    static final int LONGEST = 2000;

    private ForeignText() {}

    /** The text, or its beginning and an ellipsis. */
    static String cut(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end) + "…";
    }

    /** The same for a text that may be missing. */
    static @Nullable String cutOrNull(@Nullable String text) {
        return text == null ? null : cut(text);
    }
}

package org.mailboxremediation.evidence.trace;

import java.util.ArrayList;
import java.util.List;

/**
 * The part of a Received line before its {@code by} (RFC 5321 §4.4), cut into words and comments.
 *
 * @param words outside any comment, the first being what the peer called itself
 * @param comments the outermost comments, without their parentheses
 * @param rest from {@code by} on; empty where there is none
 */
record FromClause(List<String> words, List<String> comments, String rest) {

    /** Cuts {@code text}, which begins behind the word {@code from}. */
    static FromClause read(String text) {
        List<String> words = new ArrayList<>();
        List<String> comments = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == ';') {
                break;
            }
            if (Character.isWhitespace(c)) {
                at++;
                continue;
            }
            int end = c == '(' ? commentEnd(text, at) : wordEnd(text, at);
            String token = text.substring(at, end);
            // What the peer calls itself may be "by"; only a later one ends the clause.
            if (token.equalsIgnoreCase("by") && !words.isEmpty()) {
                return new FromClause(words, comments, text.substring(at));
            }
            (c == '(' ? comments : words).add(c == '(' ? inside(token) : token);
            at = end;
        }
        return new FromClause(words, comments, "");
    }

    private static int commentEnd(String text, int from) {
        int depth = 0;
        for (int at = from; at < text.length(); at++) {
            char c = text.charAt(at);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0) {
                return at + 1;
            }
        }
        return text.length();
    }

    private static int wordEnd(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != '(' && !Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static String inside(String comment) {
        boolean closed = comment.length() > 1 && comment.endsWith(")");
        return comment.substring(1, comment.length() - (closed ? 1 : 0));
    }
}

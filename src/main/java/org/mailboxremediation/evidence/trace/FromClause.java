package org.mailboxremediation.evidence.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The part of a Received line before its {@code by} (RFC 5321 §4.4), cut into words and comments.
 *
 * @param words outside any comment, the first being what the peer called itself
 * @param comments the outermost comments, without their parentheses
 * @param rest the tokens from {@code by} on; empty where there is none
 */
record FromClause(List<String> words, List<String> comments, List<String> rest) {

    /** Cuts a line, less the word {@code from}. The date behind the semicolon is left out. */
    static FromClause read(String text, int start) {
        List<String> words = new ArrayList<>(4);
        List<String> comments = new ArrayList<>(4);
        List<String> rest = new ArrayList<>(12);
        boolean inRest = false;
        int at = start;
        while (at < text.length() && text.charAt(at) != ';') {
            char c = text.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
                continue;
            }
            int end = c == '(' ? commentEnd(text, at) : wordEnd(text, at);
            String token = text.substring(at, end);
            // What the peer calls itself may be "by"; only a later one ends the clause.
            inRest |= token.equalsIgnoreCase("by") && !(words.isEmpty() && comments.isEmpty());
            if (inRest) {
                rest.add(token);
            } else {
                (c == '(' ? comments : words).add(c == '(' ? inside(token) : token);
            }
            at = end;
        }
        return new FromClause(words, comments, rest);
    }

    /** The word behind {@code keyword} in the rest, such as the name behind {@code by}; empty where there is none. */
    String after(String keyword) {
        for (int i = 0; i + 1 < rest.size(); i++) {
            if (rest.get(i).equalsIgnoreCase(keyword) && rest.get(i + 1).charAt(0) != '(') {
                return rest.get(i + 1);
            }
        }
        return "";
    }

    /** What a line that names its writer first says of the peer ({@code by us from them}); empty where it does not. */
    Optional<FromClause> peerBehindBy() {
        List<String> peersWords = new ArrayList<>(4);
        List<String> peersComments = new ArrayList<>(4);
        boolean inFrom = false;
        for (String token : rest) {
            if (inFrom && isEnd(token)) {
                break;
            }
            if (inFrom) {
                (isComment(token) ? peersComments : peersWords).add(isComment(token) ? inside(token) : token);
            }
            inFrom |= token.equalsIgnoreCase("from");
        }
        return inFrom ? Optional.of(new FromClause(peersWords, peersComments, List.of())) : Optional.empty();
    }

    private static boolean isEnd(String token) {
        return token.equalsIgnoreCase("with")
                || token.equalsIgnoreCase("id")
                || token.equalsIgnoreCase("for")
                || token.equalsIgnoreCase("via");
    }

    /** Whether a second {@code by} follows: then the first may be what the peer called itself. */
    boolean isAmbiguous() {
        return rest.stream().filter("by"::equalsIgnoreCase).count() > 1;
    }

    static boolean isComment(String token) {
        return token.charAt(0) == '(';
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
        while (at < text.length() && "(;".indexOf(text.charAt(at)) < 0 && !Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    static String inside(String comment) {
        boolean closed = comment.length() > 1 && comment.endsWith(")");
        return comment.substring(1, comment.length() - (closed ? 1 : 0));
    }
}

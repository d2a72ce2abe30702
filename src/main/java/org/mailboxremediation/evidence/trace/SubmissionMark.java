package org.mailboxremediation.evidence.trace;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whom the writer of a Received line let in with a password: the {@code A} of RFC 3848's protocol names, Postfix' and
 * Rackspace's {@code Authenticated sender}. In a line of our own it means a login, not a forged sender.
 */
final class SubmissionMark {

    private SubmissionMark() {}

    /** The login; "" for one without a name, null for none. */
    static @Nullable String in(FromClause clause, String with) {
        for (List<String> tokens : List.of(clause.comments(), clause.rest())) {
            for (String token : tokens) {
                int said = Words.find(token, "authenticated sender");
                if (said >= 0) {
                    return name(token.substring(said + "authenticated sender".length()));
                }
            }
        }
        String protocol = with.toLowerCase(Locale.ROOT);
        boolean authenticated = protocol.endsWith("smtpa") || protocol.endsWith("smtpsa") || protocol.equals("asmtp");
        return authenticated ? "" : null;
    }

    /** Rackspace writes {@code alice-AT-example.com}. */
    private static String name(String text) {
        int from = 0;
        while (from < text.length() && ": ".indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        int end = from;
        while (end < text.length() && ",) \t".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return PlainText.of(text.substring(from, end).replace("-AT-", "@"));
    }
}

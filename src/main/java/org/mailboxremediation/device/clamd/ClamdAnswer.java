package org.mailboxremediation.device.clamd;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the daemon says of one stream.
 *
 * @param state clean, found or incomplete
 * @param text the signature's name if found, a sentence if incomplete; else ""
 */
record ClamdAnswer(UploadState state, String text) {

    private static final Pattern FOUND = Pattern.compile("stream: (\\S.{0,299}) FOUND");
    private static final Pattern UNPRINTABLE = Pattern.compile("[^\\x21-\\x7E]+");

    /** Reads an answer to {@code INSTREAM}: {@link ClamdUnavailable} if it is none of those that say something. */
    static ClamdAnswer of(String answer) throws ClamdUnavailable {
        if (answer.equals("stream: OK")) {
            return new ClamdAnswer(UploadState.CLEAN, "");
        }
        Matcher found = FOUND.matcher(answer);
        if (found.matches()) {
            return named(UNPRINTABLE.matcher(found.group(1)).replaceAll("_"));
        }
        if (answer.startsWith("INSTREAM size limit exceeded")) {
            return incomplete("The file is longer than clamd takes (StreamMaxLength). It was not looked at whole.");
        }
        throw new ClamdUnavailable(
                answer.endsWith(" ERROR") ? "clamd could not scan the file." : "clamd's answer cannot be understood.");
    }

    static ClamdAnswer incomplete(String sentence) {
        return new ClamdAnswer(UploadState.INCOMPLETE, sentence);
    }

    private static ClamdAnswer named(String name) {
        if (name.startsWith("Heuristics.Limits.")) {
            return incomplete("The file went beyond clamd's limits (AlertExceedsMax) and was not looked at whole.");
        }
        if (name.startsWith("Heuristics.Encrypted.")) {
            return incomplete("The file is encrypted and could not be looked into.");
        }
        return new ClamdAnswer(UploadState.FOUND, name);
    }
}

package org.mailboxremediation.casefile;

import java.util.Locale;
import java.util.regex.Pattern;

/** The programs' names as people read them. */
final class Words {

    private static final Pattern HUMP = Pattern.compile("(?<=[a-z])(?=[A-Z])");
    private static final Pattern UUID =
            Pattern.compile("([0-9a-f]{8})-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern DIGEST = Pattern.compile("([0-9a-f]{12})[0-9a-f]{52}");

    private Words() {}

    /** {@code CLOSED_RESTORED} and {@code PasswordSet} as lower-case words. */
    static String of(String name) {
        return HUMP.matcher(name).replaceAll(" ").replace('_', ' ').toLowerCase(Locale.ROOT);
    }

    /** The text with ids and hashes cut to what tells them apart in one case; the chain has them whole. */
    static String shortened(String text) {
        return DIGEST.matcher(UUID.matcher(text).replaceAll("$1…")).replaceAll("$1…");
    }
}

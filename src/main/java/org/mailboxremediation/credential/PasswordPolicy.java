package org.mailboxremediation.credential;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mailboxremediation.incident.MailboxAddress;
import org.mailboxremediation.incident.TextBounds;

/** What a generated password looks like. A rule for our generator, not for people (NIST SP 800-63B-4 §3.1.1.2). */
final class PasswordPolicy {

    private static final String LOWER = "abcdefghijkmnpqrstuvwxyz";
    private static final String UPPER = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final String DIGITS = "23456789";
    /** Neither shells, forms, URLs, quoting nor comments give these a meaning that careless software trips over often. */
    private static final String SYMBOLS = "!*-=?@_";

    /** No look-alikes: neither 0 O o nor 1 I l. */
    static final String ALPHABET = LOWER + UPPER + DIGITS + SYMBOLS;

    private static final int PART = 3;
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern DIGIT_RUN = Pattern.compile("[0-9]{3}");

    private final Set<String> forbidden;

    private PasswordPolicy(Set<String> forbidden) {
        this.forbidden = forbidden;
    }

    /** No part of the address or the shown name may be in the password. */
    static PasswordPolicy of(MailboxAddress mailbox, String displayName) {
        Set<String> forbidden = new HashSet<>();
        Stream.of(mailbox.localPart(), mailbox.domain(), TextBounds.cut(displayName, 200))
                .flatMap(name -> NO_LETTERS.splitAsStream(name.toLowerCase(Locale.ROOT)))
                .forEach(word -> forbidden.addAll(parts(word)));
        return new PasswordPolicy(forbidden);
    }

    boolean allows(String candidate) {
        return SYMBOLS.indexOf(candidate.charAt(0)) < 0
                && Stream.of(LOWER, UPPER, DIGITS, SYMBOLS).allMatch(kind -> hasOneOf(candidate, kind))
                && !DIGIT_RUN.matcher(candidate).find()
                && !repeats(candidate)
                && parts(candidate.toLowerCase(Locale.ROOT)).stream().noneMatch(forbidden::contains);
    }

    private static boolean hasOneOf(String candidate, String kind) {
        return candidate.chars().anyMatch(character -> kind.indexOf(character) >= 0);
    }

    /** Whether one character comes three times in a row, or three characters come again in the same order. */
    private static boolean repeats(String candidate) {
        List<String> parts = parts(candidate);
        return new HashSet<>(parts).size() < parts.size()
                || parts.stream().anyMatch(part -> part.chars().distinct().count() == 1);
    }

    private static List<String> parts(String word) {
        return Stream.iterate(0, start -> start + PART <= word.length(), start -> start + 1)
                .map(start -> word.substring(start, start + PART))
                .toList();
    }
}

package org.mailboxremediation.block;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An entry of the provider's address list: an address, a domain, or either with {@code %} for any text.
 *
 * @param local what stands before the @; empty for a whole domain
 * @param domain with or without {@code %}
 */
record AddressEntry(String local, String domain) {

    private static final Pattern LOCAL = Pattern.compile("[a-z0-9!#$%&'*+/=?^_`{|}~.-]{0,64}");
    private static final Pattern DOMAIN = Pattern.compile("[a-z0-9%-]{1,63}(\\.[a-z0-9%-]{1,63}){1,20}");

    /** Empty where the provider documents no such entry, or where it would name no domain at all. */
    static Optional<AddressEntry> parse(String text) {
        String entry = text.strip().toLowerCase(Locale.ROOT);
        int at = entry.lastIndexOf('@');
        String local = at < 0 ? "" : entry.substring(0, at);
        String domain = entry.substring(at + 1);
        boolean readable = entry.length() <= 254
                && LOCAL.matcher(local).matches()
                && DOMAIN.matcher(domain).matches()
                && domain.charAt(domain.length() - 1) != '%';
        return readable ? Optional.of(new AddressEntry(local, domain)) : Optional.empty();
    }

    boolean isWholeDomain() {
        return local.isEmpty() || local.chars().allMatch(c -> c == '%');
    }

    boolean hasWildcard() {
        return local.indexOf('%') >= 0 || domain.indexOf('%') >= 0;
    }

    /** Whether it may match an address at {@code other} or below it. Sees an overlap too many rather than one too few. */
    boolean mayHit(String other) {
        int wild = domain.lastIndexOf('%');
        if (wild < 0) {
            return domain.equals(other) || domain.endsWith("." + other);
        }
        String tail = domain.substring(wild + 1);
        return ("." + other).endsWith(tail) || tail.endsWith("." + other);
    }

    /** Whether mail with that return path would be refused; a domain does not stand for those below it. */
    boolean matches(String returnPath) {
        String path = returnPath.toLowerCase(Locale.ROOT);
        int at = path.lastIndexOf('@');
        return at >= 0
                && (local.isEmpty() || Wildcard.matches(local, path.substring(0, at)))
                && Wildcard.matches(domain, path.substring(at + 1));
    }

    String asString() {
        return local.isEmpty() ? domain : local + "@" + domain;
    }
}

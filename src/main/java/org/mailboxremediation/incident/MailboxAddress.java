package org.mailboxremediation.incident;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The address of a mailbox or alias, lower-cased as Rackspace does. Narrower than RFC 5322 §3.4.1: no quoted local part,
 * no comment, no address literal, at most 64 + 1 + 189 characters.
 */
public record MailboxAddress(String localPart, String domain) {

    private static final Pattern LOCAL =
            Pattern.compile("[a-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}(\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}){0,31}");
    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.){1,20}[a-z]([a-z0-9-]{0,61}[a-z0-9])?");

    public MailboxAddress {
        if (localPart.length() > 64 || !LOCAL.matcher(localPart).matches()) {
            throw new IllegalArgumentException("the part before the @ is not a mailbox name");
        }
        if (domain.length() > 189 || !DOMAIN.matcher(domain).matches()) {
            throw new IllegalArgumentException("the part after the @ is not a domain name");
        }
    }

    /**
     * Reads an address, surrounding blanks aside.
     *
     * @throws IllegalArgumentException if {@code text} is no mailbox address; the message says which part
     */
    public static MailboxAddress parse(String text) {
        String trimmed = text.strip();
        int at = trimmed.lastIndexOf('@');
        if (at < 1 || trimmed.length() > 254) {
            throw new IllegalArgumentException("not of the form name@domain");
        }
        return new MailboxAddress(
                trimmed.substring(0, at).toLowerCase(Locale.ROOT),
                trimmed.substring(at + 1).toLowerCase(Locale.ROOT));
    }

    public String asString() {
        return localPart + "@" + domain;
    }

    @Override
    public String toString() {
        return asString();
    }
}

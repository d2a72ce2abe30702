package org.mailboxremediation.incident;

import org.jspecify.annotations.Nullable;

/**
 * Whose mailbox it is.
 *
 * @param name at most 200 characters
 * @param contact a telephone number or an address other than the mailbox, at most 254 characters; a claim until an
 *     administrator confirms it
 */
public record Owner(@Nullable String name, @Nullable String contact) {

    /** An owner nobody named. */
    public static final Owner UNKNOWN = new Owner(null, null);

    public Owner {
        if (name != null) {
            TextBounds.line("owner.name", name, 200);
        }
        if (contact != null) {
            TextBounds.line("owner.contact", contact, 254);
        }
    }
}

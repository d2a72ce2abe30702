package org.mailboxremediation.sandbox.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mailbox with its login. The password is not part of it: it can be set and checked, never read.
 *
 * @param name before the @, lower case
 * @param domain after the @, lower case
 * @param enabled whether anyone may log in
 * @param sizeMegabytes the quota, which nothing here enforces
 * @param createdAt when the mailbox came to be
 * @param lastLogin last successful IMAP or SMTP login; null if there was none
 * @param profile everything else that can be set
 */
public record Account(
        String name,
        String domain,
        boolean enabled,
        int sizeMegabytes,
        Instant createdAt,
        @Nullable Instant lastLogin,
        Profile profile) {

    /** The full address, which is the login too. */
    public String address() {
        return name + "@" + domain;
    }

    /** A copy, open or closed to logins. */
    public Account withEnabled(boolean open) {
        return new Account(name, domain, open, sizeMegabytes, createdAt, lastLogin, profile);
    }

    /** A copy with another quota. */
    public Account withSize(int megabytes) {
        return new Account(name, domain, enabled, megabytes, createdAt, lastLogin, profile);
    }

    /** A copy under another name in the same domain. */
    public Account withName(String newName) {
        return new Account(newName, domain, enabled, sizeMegabytes, createdAt, lastLogin, profile);
    }

    /** A copy with another profile. */
    public Account withProfile(Profile changed) {
        return new Account(name, domain, enabled, sizeMegabytes, createdAt, lastLogin, changed);
    }
}

package org.mailboxremediation.mailbox.rackspace;

/**
 * The keys of one administrator of the provider's Control Panel. Prints without them.
 *
 * @param userKey names the user; part of each signature
 * @param secretKey proves the user; never leaves this program
 */
public record ApiUser(String userKey, String secretKey) {

    public ApiUser {
        if (userKey.isBlank() || secretKey.isBlank()) {
            throw new IllegalArgumentException("remediation.rackspace.users: user-key and secret-key must both be set");
        }
    }

    @Override
    public String toString() {
        return "ApiUser[••••]";
    }
}

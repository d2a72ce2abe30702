package org.mailboxremediation.sandbox.rackspace;

import java.util.List;
import org.mailboxremediation.sandbox.SandboxComponent;
import org.mailboxremediation.sandbox.account.Accounts;
import org.mailboxremediation.sandbox.account.Aliases;
import org.mailboxremediation.sandbox.account.Domains;

/** Whom an alias may deliver to: at least one, at most 50 of the customer's own addresses and 4 others. */
@SandboxComponent
final class AliasRule {

    private static final int MOST_OWN = 50;
    private static final int MOST_OTHERS = 4;
    private static final String INVALID = "An alias must point to a valid email address.";

    private final Accounts accounts;
    private final Aliases aliases;
    private final Domains domains;

    AliasRule(Accounts accounts, Aliases aliases, Domains domains) {
        this.accounts = accounts;
        this.aliases = aliases;
        this.domains = domains;
    }

    /**
     * Checks an alias's members.
     *
     * @throws Fault 400 if they break the rule
     */
    void check(List<String> members) {
        if (members.isEmpty() || !members.stream().allMatch(Syntax::address)) {
            throw Fault.validation(INVALID);
        }
        List<String> own = members.stream().filter(this::own).toList();
        List<String> absent = own.stream().filter(address -> !exists(address)).toList();
        if (!absent.isEmpty()) {
            throw Fault.validation(
                    INVALID + " The following email addresses do not exist: " + String.join(", ", absent));
        }
        if (members.size() - own.size() > MOST_OTHERS) {
            throw Fault.validation("Max number of non-local email recipients reached.");
        }
        if (own.size() > MOST_OWN) {
            throw Fault.validation("Max number of local email recipients reached.");
        }
    }

    private boolean own(String address) {
        return domains.find(address.substring(address.indexOf('@') + 1)).isPresent();
    }

    private boolean exists(String address) {
        return accounts.find(address).isPresent() || aliases.find(address).isPresent();
    }
}

package org.mailboxremediation.sandbox.rackspace;

import org.mailboxremediation.sandbox.SandboxComponent;
import org.mailboxremediation.sandbox.account.Account;
import org.mailboxremediation.sandbox.account.Accounts;
import org.mailboxremediation.sandbox.account.DeletedAccounts;
import org.mailboxremediation.sandbox.account.Domains;
import org.mailboxremediation.sandbox.account.Domains.Domain;

/** The domain or mailbox that a path names, or the fault that it is not there. */
@SandboxComponent
final class Scopes {

    private final Domains domains;
    private final Accounts accounts;
    private final DeletedAccounts deleted;

    Scopes(Domains domains, Accounts accounts, DeletedAccounts deleted) {
        this.domains = domains;
        this.accounts = accounts;
        this.deleted = deleted;
    }

    Domain domain(Call call) {
        return domains.find(call.domain()).orElseThrow(() -> Fault.notFound("Domain Not Found"));
    }

    /** A domain that has Rackspace Email mailboxes; an Exchange domain has none. */
    Domain mailDomain(Call call) {
        Domain domain = domain(call);
        if (!domain.hasMailboxes()) {
            throw Fault.mailboxNotFound(false);
        }
        return domain;
    }

    Account mailbox(Call call) {
        mailDomain(call);
        return accounts.find(call.address()).orElseThrow(() -> absent(call));
    }

    Fault absent(Call call) {
        return Fault.mailboxNotFound(deleted.recoverable(call.address()));
    }
}

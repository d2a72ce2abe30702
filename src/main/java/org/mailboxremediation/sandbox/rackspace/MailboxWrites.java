package org.mailboxremediation.sandbox.rackspace;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.sandbox.SandboxComponent;
import org.mailboxremediation.sandbox.account.Account;
import org.mailboxremediation.sandbox.account.Accounts;
import org.mailboxremediation.sandbox.account.DeletedAccounts;
import org.mailboxremediation.sandbox.account.Profile;
import org.springframework.dao.DuplicateKeyException;

/** Add, edit, rename, delete and recover of mailboxes. */
@SandboxComponent
final class MailboxWrites implements Resource {

    private static final int SIZE_MEGABYTES = 25_600;
    private static final String TAKEN = "A mailbox with that name already exists";

    private final Scopes scopes;
    private final Accounts accounts;
    private final DeletedAccounts deleted;
    private final MailboxEdit edit;
    private final PasswordRule rule;
    private final Clock clock;

    MailboxWrites(
            Scopes scopes,
            Accounts accounts,
            DeletedAccounts deleted,
            MailboxEdit edit,
            PasswordRule rule,
            Clock clock) {
        this.scopes = scopes;
        this.accounts = accounts;
        this.deleted = deleted;
        this.edit = edit;
        this.rule = rule;
        this.clock = clock;
    }

    @Override
    public List<Route> routes() {
        String mailbox = "domains/{domain}/rs/mailboxes/{name}";
        return List.of(
                Route.of("POST", mailbox, this::addOrRecover),
                Route.of("PUT", mailbox, this::edit),
                Route.of("DELETE", mailbox, this::delete));
    }

    private Answer edit(Call call) {
        Account before = scopes.mailbox(call);
        Account wanted = edit.apply(before, call.fields());
        String password = call.fields().secret("password").orElse(null);
        if (password != null) {
            rule.check(password, wanted.name(), wanted.profile().displayName());
        }
        if (!edited(call, password)) {
            throw scopes.absent(call);
        }
        return Answer.DONE;
    }

    private boolean edited(Call call, @Nullable String password) {
        try {
            return accounts.edit(call.address(), current -> edit.apply(current, call.fields()), password)
                    .isPresent();
        } catch (DuplicateKeyException e) {
            throw Fault.validation(TAKEN);
        }
    }

    private Answer addOrRecover(Call call) {
        scopes.mailDomain(call);
        String password = call.fields().secret("password").orElseThrow(() -> Fault.missing("password"));
        if (call.fields().flag("recoverDeleted", false)) {
            rule.check(password, call.name("name"), "");
            if (!deleted.recover(call.address(), password)) {
                throw Fault.mailboxNotFound(false);
            }
        } else {
            add(call, password);
        }
        return Answer.DONE;
    }

    private void add(Call call, String password) {
        if (!Syntax.name(call.name("name"))) {
            throw Fault.validation("Invalid mailbox name");
        }
        Account account = edit.apply(fresh(call), call.fields()).withName(call.name("name"));
        rule.check(password, account.name(), account.profile().displayName());
        if (!accounts.add(account, password)) {
            throw Fault.validation(TAKEN);
        }
    }

    private Account fresh(Call call) {
        return new Account(
                call.name("name"), call.domain(), true, SIZE_MEGABYTES, clock.instant(), null, Profile.named(""));
    }

    private Answer delete(Call call) {
        scopes.mailDomain(call);
        if (!accounts.delete(call.address())) {
            throw scopes.absent(call);
        }
        return Answer.DONE;
    }
}

package org.mailboxremediation.sandbox.rackspace;

import java.util.ArrayList;
import java.util.List;
import org.mailboxremediation.sandbox.SandboxComponent;
import org.mailboxremediation.sandbox.account.Accounts;
import org.mailboxremediation.sandbox.account.Aliases;
import org.mailboxremediation.sandbox.account.Aliases.Alias;

/** Add, replace and delete of aliases, and of one member at a time. */
@SandboxComponent
final class AliasWrites implements Resource {

    private final Scopes scopes;
    private final Aliases aliases;
    private final Accounts accounts;
    private final AliasRule rule;

    AliasWrites(Scopes scopes, Aliases aliases, Accounts accounts, AliasRule rule) {
        this.scopes = scopes;
        this.aliases = aliases;
        this.accounts = accounts;
        this.rule = rule;
    }

    @Override
    public List<Route> routes() {
        String alias = "domains/{domain}/rs/aliases/{name}";
        return List.of(
                Route.of("POST", alias, this::add),
                Route.of("PUT", alias, this::replace),
                Route.of("DELETE", alias, this::delete),
                Route.of("POST", alias + "/{member}", this::addMember),
                Route.of("DELETE", alias + "/{member}", this::removeMember));
    }

    private Answer add(Call call) {
        scopes.mailDomain(call);
        if (!Syntax.name(call.name("name"))) {
            throw Fault.validation("Invalid alias name");
        }
        if (accounts.find(call.address()).isPresent()) {
            throw Fault.validation("A mailbox with that name already exists");
        }
        if (!aliases.add(checked(call, call.fields().list("aliasEmails")))) {
            throw Fault.validation("An alias with that name already exists");
        }
        return Answer.DONE;
    }

    private Answer replace(Call call) {
        existing(call);
        return save(call, call.fields().list("aliasEmails"));
    }

    private Answer delete(Call call) {
        scopes.mailDomain(call);
        if (!aliases.delete(call.address())) {
            throw Fault.notFound("Alias Not Found");
        }
        return Answer.DONE;
    }

    private Answer addMember(Call call) {
        List<String> members = new ArrayList<>(existing(call).members());
        if (!members.contains(call.name("member"))) {
            members.add(call.name("member"));
        }
        return save(call, members);
    }

    private Answer removeMember(Call call) {
        List<String> members = new ArrayList<>(existing(call).members());
        if (!members.remove(call.name("member"))) {
            throw Fault.validation(
                    "Email address " + call.name("member") + " does not exist in alias " + call.name("name") + ".");
        }
        return save(call, members);
    }

    private Alias existing(Call call) {
        scopes.mailDomain(call);
        return aliases.find(call.address()).orElseThrow(() -> Fault.notFound("Alias Not Found"));
    }

    private Answer save(Call call, List<String> members) {
        aliases.replace(checked(call, members));
        return Answer.DONE;
    }

    private Alias checked(Call call, List<String> members) {
        rule.check(members);
        return new Alias(call.name("name"), call.domain(), members);
    }
}

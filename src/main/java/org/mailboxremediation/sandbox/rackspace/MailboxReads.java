package org.mailboxremediation.sandbox.rackspace;

import java.util.List;
import org.mailboxremediation.sandbox.Assumptions;
import org.mailboxremediation.sandbox.SandboxComponent;
import org.mailboxremediation.sandbox.SandboxProperties;
import org.mailboxremediation.sandbox.account.Account;
import org.mailboxremediation.sandbox.account.AccountSearch;
import org.mailboxremediation.sandbox.account.Page;

/** Index and show of mailboxes. */
@SandboxComponent
final class MailboxReads implements Resource {

    private final Scopes scopes;
    private final AccountSearch search;
    private final MailboxDocument document;
    private final Assumptions assume;

    MailboxReads(Scopes scopes, AccountSearch search, MailboxDocument document, SandboxProperties properties) {
        this.scopes = scopes;
        this.search = search;
        this.document = document;
        this.assume = properties.assume();
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.of("GET", "domains/{domain}/rs/mailboxes", this::index),
                Route.of("GET", "domains/{domain}/rs/mailboxes/{name}", this::show));
    }

    private Answer show(Call call) {
        return Answer.of("rsMailbox", document.full(scopes.mailbox(call)));
    }

    private Answer index(Call call) {
        scopes.mailDomain(call);
        Paging paging = Paging.of(call.query(), assume);
        Page<Account> page = search.search(call.domain(), query(call.query(), paging));
        List<String> fields = call.query().list("fields");
        return Answer.of(
                "rsMailboxList", paging.render("rsMailboxes", page, assume, account -> document.item(account, fields)));
    }

    private static AccountSearch.Query query(Fields query, Paging paging) {
        String startsWith = query.text("startswith", "");
        String contains = query.text("contains", "");
        if (!startsWith.isEmpty() && !contains.isEmpty()) {
            throw Fault.badRequest("startswith and contains cannot be combined");
        }
        List<Boolean> states =
                query.text("enabled").isPresent() ? List.of(query.flag("enabled", true)) : List.of(true, false);
        return new AccountSearch.Query(paging.offset(), paging.size(), startsWith, contains, states);
    }
}

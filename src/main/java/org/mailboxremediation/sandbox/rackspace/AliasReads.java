package org.mailboxremediation.sandbox.rackspace;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.mailboxremediation.sandbox.Assumptions;
import org.mailboxremediation.sandbox.SandboxComponent;
import org.mailboxremediation.sandbox.SandboxProperties;
import org.mailboxremediation.sandbox.account.Aliases;
import org.mailboxremediation.sandbox.account.Aliases.Alias;
import org.mailboxremediation.sandbox.account.Page;

/** Index and show of aliases. Their members come nested, unlike a mailbox's forwarding addresses. */
@SandboxComponent
final class AliasReads implements Resource {

    private final Scopes scopes;
    private final Aliases aliases;
    private final Assumptions assume;

    AliasReads(Scopes scopes, Aliases aliases, SandboxProperties properties) {
        this.scopes = scopes;
        this.aliases = aliases;
        this.assume = properties.assume();
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.of("GET", "domains/{domain}/rs/aliases", this::index),
                Route.of("GET", "domains/{domain}/rs/aliases/{name}", this::show));
    }

    private Answer index(Call call) {
        scopes.mailDomain(call);
        Paging paging = Paging.of(call.query(), assume);
        Page<Alias> page = Page.of(aliases.of(call.domain()), paging.offset(), paging.size());
        return Answer.of("aliasList", paging.render("aliases", page, assume, AliasReads::item));
    }

    private static ObjectNode item(Alias alias) {
        ObjectNode item = JsonNodeFactory.instance
                .objectNode()
                .put("name", alias.name())
                .put("numberOfMembers", alias.members().size());
        if (alias.members().size() == 1) {
            item.put("singleMemberName", alias.members().get(0));
        }
        return item;
    }

    private Answer show(Call call) {
        scopes.mailDomain(call);
        Alias alias = aliases.find(call.address()).orElseThrow(() -> Fault.notFound("Alias Not Found"));
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("name", alias.name());
        ArrayNode members = body.putObject("emailAddressList").putArray("emailAddress");
        alias.members().forEach(members::add);
        return Answer.of("alias", body);
    }
}

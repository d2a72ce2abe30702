package org.mailboxremediation.sandbox.rackspace;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mailboxremediation.sandbox.Assumptions;
import org.mailboxremediation.sandbox.SandboxComponent;
import org.mailboxremediation.sandbox.SandboxProperties;
import org.mailboxremediation.sandbox.account.SenderLists;
import org.mailboxremediation.sandbox.account.SenderLists.ListName;

/** The four block and safe lists of a domain, and of a mailbox. */
@SandboxComponent
final class SenderListResource implements Resource {

    private static final Map<String, ListName> LISTS = Map.of(
            "blocklist", ListName.BLOCK,
            "ipblocklist", ListName.BLOCK_IP,
            "safelist", ListName.SAFE,
            "ipsafelist", ListName.SAFE_IP);
    /** The names until October 2020. */
    private static final Map<String, ListName> OLD =
            Map.of("blacklist", ListName.BLOCK, "ipblacklist", ListName.BLOCK_IP);

    private final Scopes scopes;
    private final SenderLists lists;
    private final Assumptions assume;

    SenderListResource(Scopes scopes, SenderLists lists, SandboxProperties properties) {
        this.scopes = scopes;
        this.lists = lists;
        this.assume = properties.assume();
    }

    @Override
    public List<Route> routes() {
        return Stream.concat(
                        routes("domains/{domain}", call -> scopes.domain(call).name()),
                        routes(
                                "domains/{domain}/rs/mailboxes/{name}",
                                call -> scopes.mailbox(call).address()))
                .toList();
    }

    private Stream<Route> routes(String prefix, Function<Call, String> scope) {
        String list = prefix + "/spam/{list}";
        return Stream.of(
                Route.of("GET", list, call -> index(scope.apply(call), call)),
                Route.of("PUT", list, call -> edit(scope.apply(call), call)),
                Route.of("POST", list + "/{entry}", call -> add(scope.apply(call), call)),
                Route.of("DELETE", list + "/{entry}", call -> remove(scope.apply(call), call)));
    }

    private Answer index(String scope, Call call) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode addresses = body.putArray("addresses");
        lists.entries(scope, list(call)).forEach(addresses::add);
        return Answer.of(call.name("list"), body);
    }

    private Answer add(String scope, Call call) {
        String entry = valid(list(call), call.name("entry"));
        if (!lists.add(scope, list(call), entry)) {
            return assumed(assume.duplicateBlockEntryStatus(), "The entry is already in the list");
        }
        return Answer.DONE;
    }

    private Answer remove(String scope, Call call) {
        if (!lists.remove(scope, list(call), call.name("entry"))) {
            return assumed(assume.missingBlockEntryStatus(), "The entry is not in the list");
        }
        return Answer.DONE;
    }

    private Answer edit(String scope, Call call) {
        ListName list = list(call);
        List<String> added = call.fields().list("addList");
        List<String> removed = call.fields().list("removeList");
        if (added.isEmpty() && removed.isEmpty()) {
            throw Fault.missing("addList");
        }
        added.forEach(entry -> valid(list, entry));
        removed.forEach(entry -> lists.remove(scope, list, entry));
        added.forEach(entry -> lists.add(scope, list, entry));
        return Answer.DONE;
    }

    private static Answer assumed(int status, String text) {
        Fault fault = Fault.assumed(status, text);
        if (fault != null) {
            throw fault;
        }
        return Answer.DONE;
    }

    private ListName list(Call call) {
        String name = call.name("list");
        ListName list = LISTS.get(name);
        if (list == null && assume.oldBlockListRoutes()) {
            list = OLD.get(name);
        }
        if (list == null) {
            throw Fault.notFound("Resource Not Found");
        }
        return list;
    }

    private static String valid(ListName list, String entry) {
        boolean ip = list == ListName.BLOCK_IP || list == ListName.SAFE_IP;
        if (!(ip ? Syntax.ip(entry) : Syntax.sender(entry))) {
            throw Fault.badRequest(ip ? "Invalid IP address" : "Invalid email address or domain");
        }
        return entry;
    }
}

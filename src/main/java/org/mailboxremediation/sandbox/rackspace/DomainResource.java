package org.mailboxremediation.sandbox.rackspace;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.mailboxremediation.sandbox.SandboxComponent;
import org.mailboxremediation.sandbox.SandboxProperties;
import org.mailboxremediation.sandbox.account.Domains;
import org.mailboxremediation.sandbox.account.Domains.Domain;
import org.mailboxremediation.sandbox.account.Page;

/** Index and show of domains, and the catch-all address. The rest is for resellers only. */
@SandboxComponent
final class DomainResource implements Resource {

    private static final int BASE_MEGABYTES = 25_600;
    private static final int MOST_MAILBOXES = 100_000;

    private final Scopes scopes;
    private final Domains domains;
    private final SandboxProperties properties;

    DomainResource(Scopes scopes, Domains domains, SandboxProperties properties) {
        this.scopes = scopes;
        this.domains = domains;
        this.properties = properties;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.of("GET", "domains", this::index),
                Route.of("GET", "domains/{domain}", this::show),
                Route.of("GET", "domains/{domain}/catchalladdress", this::catchAll),
                Route.of("PUT", "domains/{domain}/catchalladdress", this::setCatchAll));
    }

    private Answer index(Call call) {
        List<String> wanted = call.query().list("domainNames");
        List<Domain> listed = domains.all().stream()
                .filter(domain -> wanted.isEmpty() || wanted.contains(domain.name()))
                .toList();
        Paging paging = Paging.of(call.query(), properties.assume());
        Page<Domain> page = Page.of(listed, paging.offset(), paging.size());
        return Answer.of("domainList", paging.render("domains", page, properties.assume(), this::item));
    }

    private ObjectNode item(Domain domain) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", domain.name())
                .put("accountNumber", properties.account())
                .put("serviceType", domain.serviceType())
                .put("exchangeMaxNumMailboxes", domain.hasMailboxes() ? 0 : MOST_MAILBOXES)
                .put("exchangeUsedStorage", 0)
                .put("rsEmailMaxNumberMailboxes", domain.hasMailboxes() ? MOST_MAILBOXES : 0)
                .put("rsEmailUsedStorage", 0);
    }

    private Answer show(Call call) {
        ObjectNode body = item(scopes.domain(call))
                .put("exchangeBaseMailboxSize", 0)
                .put("exchangeTotalStorage", 0)
                .put("exchangeExtraStorage", 0)
                .put("rsEmailBaseMailboxSize", BASE_MEGABYTES)
                .put("rsEmailExtraStorage", 0)
                .put("archivingServiceEnabled", false)
                .put("publicFoldersEnabled", false)
                .put("blackBerryMobileServiceEnabled", false)
                .put("blackBerryLicenses", 0)
                .put("activeSyncMobileServiceEnabled", false)
                .put("activeSyncLicenses", 0);
        body.putArray("aliases");
        return Answer.of("domain", body);
    }

    private Answer catchAll(Call call) {
        String address = scopes.mailDomain(call).catchAll();
        return Answer.of(
                "catchAllAddress", JsonNodeFactory.instance.objectNode().put("address", address));
    }

    private Answer setCatchAll(Call call) {
        scopes.mailDomain(call);
        List<String> addresses = Syntax.addresses(call.fields(), "address");
        if (addresses.size() > 1 || call.fields().text("address").isEmpty()) {
            throw Fault.missing("address");
        }
        domains.catchAll(call.domain(), String.join("", addresses));
        return Answer.DONE;
    }
}

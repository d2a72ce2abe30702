package org.mailboxremediation.sandbox.rackspace;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.mailboxremediation.sandbox.SandboxComponent;
import org.mailboxremediation.sandbox.account.SpamSettings;
import org.mailboxremediation.sandbox.account.SpamSettingsStore;

/** What happens to flagged mail, for a domain and for a mailbox. A mailbox without its own follows its domain. */
@SandboxComponent
final class SpamSettingsResource implements Resource {

    private final Scopes scopes;
    private final SpamSettingsStore store;

    SpamSettingsResource(Scopes scopes, SpamSettingsStore store) {
        this.scopes = scopes;
        this.store = store;
    }

    @Override
    public List<Route> routes() {
        String domain = "domains/{domain}/spam/settings";
        String mailbox = "domains/{domain}/rs/mailboxes/{name}/spam/settings";
        return List.of(
                Route.of("GET", domain, this::showDomain),
                Route.of("PUT", domain, this::editDomain),
                Route.of("GET", mailbox, this::showMailbox),
                Route.of("PUT", mailbox, this::editMailbox));
    }

    private Answer showMailbox(Call call) {
        String address = scopes.mailbox(call).address();
        SpamSettings settings =
                store.own(address).or(() -> store.own(call.domain())).orElse(SpamSettings.DEFAULT);
        return Answer.of("spamSettings", body(settings));
    }

    private Answer showDomain(Call call) {
        scopes.domain(call);
        ObjectNode body = body(store.own(call.domain()).orElse(SpamSettings.DEFAULT));
        body.putObject("exchangeSettings")
                .put("forwardToDomainQuarantine", "off")
                .put("quarantineOwner", "")
                .put("defaultQuarantineOwner", "");
        return Answer.of("spamSettings", body);
    }

    private Answer editMailbox(Call call) {
        store.save(scopes.mailbox(call).address(), SpamSettingsEdit.read(call.fields()));
        return Answer.DONE;
    }

    /** {@code overrideUserSettings} acts once: each mailbox follows its domain again until it is given its own. */
    private Answer editDomain(Call call) {
        scopes.domain(call);
        SpamSettings settings = SpamSettingsEdit.read(call.fields());
        if (call.fields().flag("overrideUserSettings", false)) {
            store.forgetMailboxes(call.domain());
        }
        store.save(call.domain(), settings);
        return Answer.DONE;
    }

    private static ObjectNode body(SpamSettings settings) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("filterLevel", settings.filterLevel());
        body.putObject("rsEmailSettings")
                .put("hasFolderCleaner", settings.folderCleaner())
                .put("spamFolderAgeLimit", settings.folderAgeLimit())
                .put("spamFolderNumLimit", settings.folderNumberLimit())
                .put("spamForwardingAddress", settings.forwardingAddress())
                .put("spamHandling", settings.handling());
        return body;
    }
}

package org.mailboxremediation.mailbox.rackspace;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.mailboxremediation.incident.MailboxAddress;
import org.mailboxremediation.mailbox.ProviderFailure;

/**
 * Which alias delivers to whom. The index names the member of a one-member alias only; every other costs a request. What
 * was read is remembered for ten minutes, so that a domain with more aliases than the budget is read in several tries.
 */
final class AliasDirectory {

    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private final ApiPaths paths;
    private final Clock clock;
    private final Map<MailboxAddress, Members> remembered = new ConcurrentHashMap<>();

    AliasDirectory(ApiPaths paths, Clock clock) {
        this.paths = paths;
        this.clock = clock;
    }

    /** The addresses an alias delivers to; empty where there is no such alias. */
    List<MailboxAddress> members(Operation operation, MailboxAddress alias) {
        try {
            JsonNode list = operation.get(paths.alias(alias)).path("emailAddressList");
            return MailboxJson.texts(list).stream()
                    .flatMap(text -> address(text, alias.domain()).stream())
                    .toList();
        } catch (ProviderFailure.UnknownMailbox noSuchAlias) {
            return List.of();
        }
    }

    /** The aliases of the mailbox's domain that deliver to it. */
    List<MailboxAddress> of(Operation operation, MailboxAddress mailbox) {
        forget();
        List<MailboxAddress> found = new ArrayList<>();
        for (JsonNode item : index(operation, mailbox.domain())) {
            Optional<MailboxAddress> alias = address(MailboxJson.text(item, "name"), mailbox.domain());
            alias.filter(name -> delivers(operation, item, name, mailbox)).ifPresent(found::add);
        }
        return found;
    }

    private boolean delivers(Operation operation, JsonNode item, MailboxAddress alias, MailboxAddress mailbox) {
        Optional<MailboxAddress> only = address(MailboxJson.text(item, "singleMemberName"), mailbox.domain());
        return only.map(List::of)
                .orElseGet(() -> rememberedMembers(operation, alias))
                .contains(mailbox);
    }

    private List<MailboxAddress> rememberedMembers(Operation operation, MailboxAddress alias) {
        return remembered
                .computeIfAbsent(alias, name -> new Members(members(operation, name), clock.instant()))
                .addresses();
    }

    private List<JsonNode> index(Operation operation, String domain) {
        List<JsonNode> items = new ArrayList<>();
        boolean more = true;
        while (more) {
            JsonNode page = operation.get(paths.aliases(domain, items.size()));
            int before = items.size();
            page.path("aliases").forEach(items::add);
            more = items.size() > before && items.size() < page.path("total").asInt(0);
        }
        return items;
    }

    private void forget() {
        Instant border = clock.instant().minus(REMEMBERED);
        remembered.values().removeIf(members -> members.readAt().isBefore(border));
    }

    /** Names without a domain are of the alias's own; what is no address cannot be one of our mailboxes. */
    private static Optional<MailboxAddress> address(String name, String domain) {
        return Stream.of(name.toLowerCase(Locale.ROOT))
                .filter(text -> !text.isEmpty())
                .map(text -> text.contains("@") ? text : text + "@" + domain)
                .flatMap(AliasDirectory::parsed)
                .findFirst();
    }

    private static Stream<MailboxAddress> parsed(String text) {
        try {
            return Stream.of(MailboxAddress.parse(text));
        } catch (IllegalArgumentException noAddress) {
            return Stream.empty();
        }
    }

    private record Members(List<MailboxAddress> addresses, Instant readAt) {}
}

package org.mailboxremediation.incident;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.evidence.trace.OwnNetworks;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who we are ({@code remediation.organisation}).
 *
 * @param domains our mail domains; what lies below one is ours too
 * @param ownNetworks CIDR blocks of our relays, beside the private ranges
 * @param administratorContacts addresses of administrators: two or more, one outside our domains
 * @param securityLeadContacts addresses of the security leads
 */
@ConfigurationProperties("remediation.organisation")
public record Organisation(
        @Nullable List<String> domains,
        @Nullable List<String> ownNetworks,
        @Nullable List<String> administratorContacts,
        @Nullable List<String> securityLeadContacts) {

    /** Refuses a block or a contact that is none, so that a start fails and not an alert. */
    public Organisation {
        domains = orEmpty(domains).stream()
                .map(domain -> domain.strip().toLowerCase(Locale.ROOT))
                .toList();
        ownNetworks = List.copyOf(orEmpty(ownNetworks));
        OwnNetworks.of(ownNetworks);
        administratorContacts = addresses(administratorContacts);
        securityLeadContacts = addresses(securityLeadContacts);
    }

    @Override
    public List<String> domains() {
        return orEmpty(domains);
    }

    @Override
    public List<String> ownNetworks() {
        return orEmpty(ownNetworks);
    }

    @Override
    public List<String> administratorContacts() {
        return orEmpty(administratorContacts);
    }

    @Override
    public List<String> securityLeadContacts() {
        return orEmpty(securityLeadContacts);
    }

    /** The configured networks and those no stranger can come from. */
    public OwnNetworks networks() {
        return OwnNetworks.of(ownNetworks());
    }

    /** Whether the domain is one of ours, or below one. */
    public boolean owns(String domain) {
        String lower = domain.toLowerCase(Locale.ROOT);
        return domains().stream().anyMatch(own -> lower.equals(own) || lower.endsWith("." + own));
    }

    private static List<String> addresses(@Nullable List<String> given) {
        return orEmpty(given).stream()
                .map(MailboxAddress::parse)
                .map(MailboxAddress::asString)
                .distinct()
                .toList();
    }

    private static List<String> orEmpty(@Nullable List<String> given) {
        return given == null ? List.of() : given;
    }
}

package org.mailboxremediation.api;

import java.util.Set;
import java.util.stream.Collectors;
import org.mailboxremediation.incident.Incident;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/**
 * Who calls.
 *
 * @param userId the login
 * @param groups the groups it belongs to
 */
record Caller(String userId, Set<String> groups) {

    private static final Set<String> READERS = Set.of("mailbox-admins", "security-leads", "auditors");

    Caller {
        groups = Set.copyOf(groups);
    }

    static Caller of(Authentication authentication) {
        return new Caller(
                authentication.getName(),
                authentication.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    boolean isAdministrator() {
        return groups.contains("mailbox-admins");
    }

    /** Whether every case may be read; a mere reporter reads only what they reported first. */
    boolean readsAll() {
        return groups.stream().anyMatch(READERS::contains);
    }

    boolean reads(Incident incident) {
        return readsAll() || incident.reporter().userId().equals(userId);
    }
}

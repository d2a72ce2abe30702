package org.mailboxremediation.webapp;

import jakarta.ws.rs.core.Response;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/** Who may read every case: auditors, security leads and mailbox administrators, and nobody else. */
@Component
public final class CaseReaders {

    private static final Set<String> GROUPS = Set.of("auditors", "security-leads", "mailbox-admins");

    private final IdentityService identity;

    CaseReaders(IdentityService identity) {
        this.identity = identity;
    }

    /** The problem to answer the current person with, 401 or 403; empty if they may read. */
    Optional<Response> refusal() {
        Authentication person = identity.getCurrentAuthentication();
        if (person == null || person.getUserId() == null) {
            return Optional.of(Answers.problem(401, "Log in first.", List.of()));
        }
        Collection<String> groups = Optional.ofNullable(person.getGroupIds()).orElse(List.of());
        return groups.stream().anyMatch(GROUPS::contains)
                ? Optional.empty()
                : Optional.of(Answers.problem(403, "Your groups do not allow this.", List.of()));
    }

    /** The login of the person who reads. */
    public String person() {
        return Optional.ofNullable(identity.getCurrentAuthentication())
                .map(Authentication::getUserId)
                .orElseThrow(() -> new IllegalStateException("nobody is logged in"));
    }
}

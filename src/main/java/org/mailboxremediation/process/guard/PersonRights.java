package org.mailboxremediation.process.guard;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/** What the person at the engine may do beyond what the engine itself asks for. */
@Component
final class PersonRights {

    private static final Collection<String> WORKERS = List.of("mailbox-admins", "security-leads");

    private final IdentityService identity;
    private final AuthorizationService authorizations;

    PersonRights(IdentityService identity, AuthorizationService authorizations) {
        this.identity = identity;
        this.authorizations = authorizations;
    }

    /**
     * Holds a completion to the task's groups: the engine would let anybody complete a task who was made its assignee.
     *
     * @throws AuthorizationException if the person belongs to none of them
     */
    void toWork(Collection<String> taskGroups) {
        if (groups().stream().noneMatch(taskGroups::contains)) {
            throw new AuthorizationException("This task is for others: " + String.join(", ", taskGroups) + ".");
        }
    }

    /**
     * Holds a remark to those who work tasks: the engine takes one from everybody.
     *
     * @throws AuthorizationException if the person only reads or reports
     */
    void toRemark() {
        if (groups().stream().noneMatch(WORKERS::contains)) {
            throw new AuthorizationException("Only people who work tasks may add a comment.");
        }
    }

    /**
     * Asks for the grant that starting needs, before the engine does.
     *
     * @throws AuthorizationException without it
     */
    void toStart(String processKey) {
        String user = person().getUserId();
        boolean may = authorizations.isUserAuthorized(
                        user,
                        groups(),
                        ProcessDefinitionPermissions.CREATE_INSTANCE,
                        Resources.PROCESS_DEFINITION,
                        processKey)
                && authorizations.isUserAuthorized(user, groups(), Permissions.CREATE, Resources.PROCESS_INSTANCE);
        if (!may) {
            throw new AuthorizationException("Your groups do not allow you to start this.");
        }
    }

    private List<String> groups() {
        return Optional.ofNullable(person().getGroupIds()).orElse(List.of());
    }

    private Authentication person() {
        return identity.getCurrentAuthentication();
    }
}

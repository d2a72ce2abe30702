package org.mailboxremediation.config;

import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.mailboxremediation.process.task.UserTaskListener;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** The filters that a fresh Tasklist lacks: without one it shows no task at all. */
@Component
final class TaskFilters implements SmartInitializingSingleton {

    private final FilterService filters;
    private final TaskService tasks;
    private final AuthorizationService authorizations;

    TaskFilters(FilterService filters, TaskService tasks, AuthorizationService authorizations) {
        this.filters = filters;
        this.tasks = tasks;
        this.authorizations = authorizations;
    }

    @Override
    public void afterSingletonsInstantiated() {
        seed("Mailbox administrators", 10, group(People.MAILBOX_ADMINS), People.MAILBOX_ADMINS);
        seed("Security leads", 20, group(People.SECURITY_LEADS), People.SECURITY_LEADS);
        seed("All open tasks", 30, tasks.createTaskQuery(), People.MAILBOX_ADMINS, People.SECURITY_LEADS);
    }

    private TaskQuery group(String group) {
        return tasks.createTaskQuery().taskCandidateGroup(group).includeAssignedTasks();
    }

    private void seed(String name, int priority, TaskQuery query, String... groups) {
        if (filters.createTaskFilterQuery().filterName(name).count() > 0) {
            return;
        }
        Filter filter = filters.newTaskFilter(name);
        filter.setQuery(query.orderByTaskPriority().desc().orderByDueDate().asc());
        filter.setProperties(Map.of(
                "priority",
                priority,
                "refresh",
                true,
                "variables",
                List.of(Map.of("name", UserTaskListener.ABOUT, "label", "About"))));
        filters.saveFilter(filter);
        for (String group : groups) {
            Authorization grant = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
            grant.setGroupId(group);
            grant.setResource(Resources.FILTER);
            grant.setResourceId(filter.getId());
            grant.addPermission(Permissions.READ);
            authorizations.saveAuthorization(grant);
        }
    }
}

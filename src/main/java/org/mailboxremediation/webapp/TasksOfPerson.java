package org.mailboxremediation.webapp;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/** Finds a task for the person that the web application has logged in, as far as that person may see it. */
@Component
final class TasksOfPerson {

    private final IdentityService identity;
    private final TaskService tasks;
    private final RuntimeService runtime;

    TasksOfPerson(IdentityService identity, TaskService tasks, RuntimeService runtime) {
        this.identity = identity;
        this.tasks = tasks;
        this.runtime = runtime;
    }

    /**
     * The person at that task. The query is answered under the engine's authorizations, so a task of others is not there.
     *
     * @param key what the task must be, as in the model
     * @throws CallRefused 401 without a person, 404 if there is no such task for that person
     */
    PersonAtTask at(String taskId, String key) {
        return at(query -> query.taskId(taskId).taskDefinitionKey(key));
    }

    /** The person at that task, whichever it is; refused like the other. */
    PersonAtTask at(String taskId) {
        return at(query -> query.taskId(taskId));
    }

    /**
     * The mailbox administrator at that task, whichever it is.
     *
     * @param deed what only they may do
     * @throws CallRefused 403 if the person is none; else as the others
     */
    PersonAtTask administratorAt(String taskId, String deed) {
        PersonAtTask person = at(taskId);
        if (!person.groups().contains("mailbox-admins")) {
            throw new CallRefused(403, "Only a mailbox administrator may " + deed + ".");
        }
        return person;
    }

    /** Does what completes tasks by evidence: a person may move no token but by a form. */
    <T> T inNobodysName(Supplier<T> deed) {
        Authentication person = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            return deed.get();
        } finally {
            identity.setAuthentication(person);
        }
    }

    private PersonAtTask at(UnaryOperator<TaskQuery> which) {
        Authentication person = Optional.ofNullable(identity.getCurrentAuthentication())
                .orElseThrow(() -> new CallRefused(401, "Log in first."));
        Task task = which.apply(tasks.createTaskQuery()).active().singleResult();
        if (task == null) {
            throw new CallRefused(404, "The task is gone, or is not yours: somebody may have completed it. Reload.");
        }
        Set<String> groups =
                Set.copyOf(Optional.ofNullable(person.getGroupIds()).orElse(List.of()));
        return new PersonAtTask(incidentId(task), person.getUserId(), groups);
    }

    private String incidentId(Task task) {
        return Optional.ofNullable(runtime.createProcessInstanceQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .singleResult())
                .map(ProcessInstance::getBusinessKey)
                .orElseThrow(() -> new CallRefused(404, "You may not work on this case."));
    }
}

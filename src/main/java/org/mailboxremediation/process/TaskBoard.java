package org.mailboxremediation.process;

import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** The open user tasks of a case, and their completion by evidence that came over HTTP. */
@Component
public final class TaskBoard {

    private final TaskService tasks;
    private final IdentityService identity;

    TaskBoard(TaskService tasks, IdentityService identity) {
        this.tasks = tasks;
        this.identity = identity;
    }

    /** All open tasks of the case, oldest first. */
    public List<OpenTask> of(String incidentId) {
        return tasks.createTaskQuery().processInstanceBusinessKey(incidentId).list().stream()
                .sorted(Comparator.comparing(Task::getCreateTime))
                .flatMap(task -> openTask(task).stream())
                .toList();
    }

    /** The open task with that key. */
    public Optional<OpenTask> find(String incidentId, String key) {
        return of(incidentId).stream().filter(t -> t.key().equals(key)).findFirst();
    }

    /** The open scan task of that device. */
    public Optional<OpenTask> findScan(String incidentId, String deviceId) {
        return find(incidentId, "UserTask_AttestScan", deviceId);
    }

    /** The open task with that key about that device. */
    public Optional<OpenTask> find(String incidentId, String key, String deviceId) {
        return of(incidentId).stream()
                .filter(t -> t.key().equals(key) && deviceId.equals(t.deviceId()))
                .findFirst();
    }

    /**
     * Completes a task whose facts are already stored, in the name of the person who brought them. In the caller's
     * transaction.
     */
    public void completeByEvidence(OpenTask task, String actor, Set<String> groups) {
        Authentication before = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            tasks.complete(task.id());
        } finally {
            identity.setAuthentication(before);
        }
    }

    /** Empty if somebody has completed it since it was found. */
    private Optional<OpenTask> openTask(Task task) {
        try {
            return Optional.of(described(task));
        } catch (RuntimeException failed) {
            // The engine fails in several ways on a task that goes while it is looked at.
            if (tasks.createTaskQuery().taskId(task.getId()).count() > 0) {
                throw failed;
            }
            return Optional.empty();
        }
    }

    private OpenTask described(Task task) {
        Date due = task.getDueDate();
        Object device = tasks.getVariable(task.getId(), "deviceId");
        String group = tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(g -> g != null)
                .findFirst()
                .orElse(null);
        return new OpenTask(
                task.getId(),
                task.getTaskDefinitionKey(),
                task.getName(),
                group,
                task.getAssignee(),
                due == null ? null : due.toInstant(),
                device == null ? null : device.toString());
    }
}

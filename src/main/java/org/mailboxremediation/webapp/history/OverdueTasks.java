package org.mailboxremediation.webapp.history;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.incident.Incident;
import org.mailboxremediation.incident.Incidents;
import org.springframework.stereotype.Component;

/** The tasks that should be done by now, the longest overdue first, as far as the person who asks may see them. */
@Component
final class OverdueTasks {

    private static final int SHOWN = 10;

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final Incidents incidents;
    private final Clock clock;

    OverdueTasks(TaskService tasks, RuntimeService runtime, Incidents incidents, Clock clock) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.incidents = incidents;
        this.clock = clock;
    }

    /**
     * How many there are, and the first ten of them.
     *
     * @param count of all of them
     */
    record Overdue(long count, List<OverdueTask> tasks) {}

    /** One of them; assignee null if nobody has claimed it. */
    record OverdueTask(
            String name,
            Instant due,
            @Nullable String assignee,
            @Nullable String incidentId,
            @Nullable String mailbox) {}

    Overdue now() {
        List<Task> first = query().orderByDueDate().asc().listPage(0, SHOWN);
        Map<String, String> cases = cases(first);
        return new Overdue(
                query().count(),
                first.stream()
                        .map(task -> shown(task, cases.get(task.getProcessInstanceId())))
                        .toList());
    }

    private TaskQuery query() {
        return tasks.createTaskQuery().dueBefore(Date.from(clock.instant()));
    }

    /** The case of each task's process. */
    private Map<String, String> cases(List<Task> tasks) {
        Set<String> processes = tasks.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet());
        return processes.isEmpty()
                ? Map.of()
                : runtime.createProcessInstanceQuery().processInstanceIds(processes).list().stream()
                        .filter(process -> process.getBusinessKey() != null)
                        .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
    }

    private OverdueTask shown(Task task, @Nullable String incidentId) {
        return new OverdueTask(
                task.getName(),
                task.getDueDate().toInstant(),
                task.getAssignee(),
                incidentId,
                Optional.ofNullable(incidentId)
                        .flatMap(incidents::find)
                        .map(Incident::mailbox)
                        .map(Object::toString)
                        .orElse(null));
    }
}

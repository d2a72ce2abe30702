package org.mailboxremediation.process.task;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds the input of each user task by the task's key. */
@Component
public final class TaskInputs {

    private final Map<String, TaskInput> byTask;

    TaskInputs(List<TaskInput> inputs) {
        this.byTask = inputs.stream().collect(Collectors.toMap(TaskInput::task, input -> input));
    }

    /** The input of that user task; empty for a key that no model has. */
    public Optional<TaskInput> of(String taskKey) {
        return Optional.ofNullable(byTask.get(taskKey));
    }

    /** The keys of all tasks that have an input. */
    public List<String> tasks() {
        return byTask.keySet().stream().sorted().toList();
    }
}

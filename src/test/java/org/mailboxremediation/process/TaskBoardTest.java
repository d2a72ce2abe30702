package org.mailboxremediation.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;

class TaskBoardTest {

    private final TaskService tasks = mock(TaskService.class, RETURNS_DEEP_STUBS);
    private final TaskBoard board = new TaskBoard(tasks, mock(IdentityService.class));

    @Test
    void leavesOutWhatWasCompletedWhileItLooked() {
        List<Task> found = List.of(task("gone"), task("open"));
        when(tasks.createTaskQuery().processInstanceBusinessKey("case").list()).thenReturn(found);
        when(tasks.getVariable("gone", "deviceId")).thenThrow(new NullValueException("Cannot find task"));
        when(tasks.getVariable("open", "deviceId")).thenReturn("laptop");

        assertThat(board.of("case")).extracting(OpenTask::id).containsExactly("open");
        assertThat(board.of("case")).extracting(OpenTask::deviceId).containsExactly("laptop");
    }

    private static Task task(String id) {
        Task task = mock(Task.class);
        when(task.getId()).thenReturn(id);
        when(task.getTaskDefinitionKey()).thenReturn("UserTask_AttestScan");
        when(task.getName()).thenReturn("Attest scan");
        when(task.getCreateTime()).thenReturn(Date.from(Instant.EPOCH));
        return task;
    }
}

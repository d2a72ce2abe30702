package org.mailboxremediation.process.guard;

import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.credential.ShownPasswords;
import org.mailboxremediation.process.InputRefused;
import org.mailboxremediation.process.ReportRefused;
import org.mailboxremediation.process.task.AnswerRules;
import org.mailboxremediation.process.task.Answers;
import org.mailboxremediation.process.task.CaseTasks;
import org.mailboxremediation.process.task.TaskInputs;
import org.springframework.stereotype.Component;

/** Checks what a person submits before the engine sees it; a refusal reaches Tasklist as one sentence. */
@Component
public final class Submissions {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final CaseTasks caseTasks;
    private final TaskInputs inputs;
    private final AnswerRules rules;
    private final StartForms startForms;
    private final PersonRights rights;
    private final ShownPasswords passwords;
    private final TaskRefusals refusals;

    Submissions(
            TaskService tasks,
            RuntimeService runtime,
            RepositoryService repository,
            CaseTasks caseTasks,
            TaskInputs inputs,
            AnswerRules rules,
            StartForms startForms,
            PersonRights rights,
            ShownPasswords passwords,
            TaskRefusals refusals) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.repository = repository;
        this.caseTasks = caseTasks;
        this.inputs = inputs;
        this.rules = rules;
        this.startForms = startForms;
        this.rights = rights;
        this.passwords = passwords;
        this.refusals = refusals;
    }

    void task(String taskId, Map<String, Object> submitted) {
        Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
        if (task == null) {
            throw refused("The task is gone, or is not yours: somebody may have completed it. Reload.");
        }
        UserTask model = model(task);
        rights.toWork(model.getCamundaCandidateGroupsList());
        refusals.kept(businessKey(task), task.getTaskDefinitionKey(), () -> check(task, model, submitted));
    }

    private void check(Task task, UserTask model, Map<String, Object> submitted) {
        sentence(() -> {
            Answers answers = rules.read(CaseTasks.form(model), submitted);
            inputs.of(task.getTaskDefinitionKey())
                    .orElseThrow()
                    .check(
                            caseTasks.caseTask(
                                    task.getId(),
                                    task.getTaskDefinitionKey(),
                                    businessKey(task),
                                    variable(task.getId(), "deviceId")),
                            answers);
        });
    }

    void remark(String text) {
        rights.toRemark();
        if (passwords.isIn(text)) {
            throw new BadUserRequestException("The comment holds a password: take it out, the text is kept.");
        }
    }

    /** Before anything is stored: the engine would ask for the right to start only after it. */
    void start(String processDefinitionId, Map<String, Object> submitted) {
        String key = repository.getProcessDefinition(processDefinitionId).getKey();
        rights.toStart(key);
        sentence(() -> startForms.submitted(key, submitted));
    }

    private static void sentence(Runnable check) {
        try {
            check.run();
        } catch (InputRefused | ReportRefused e) {
            throw refused(e.getMessage());
        }
    }

    /** Of the engine's exceptions the one that its HTTP interface takes for the sender's mistake, not for its own. */
    static FormFieldValidationException refused(@Nullable String sentence) {
        return new FormFieldValidationException(null, sentence);
    }

    private UserTask model(Task task) {
        return repository
                .getBpmnModelInstance(task.getProcessDefinitionId())
                .getModelElementById(task.getTaskDefinitionKey());
    }

    private String businessKey(Task task) {
        return Optional.ofNullable(runtime.createProcessInstanceQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .singleResult())
                .map(ProcessInstance::getBusinessKey)
                .orElseThrow(() -> refused("You may not work on this case."));
    }

    private @Nullable Object variable(String taskId, String name) {
        return tasks.getVariable(taskId, name);
    }
}

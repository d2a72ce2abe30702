package org.mailboxremediation.process.task;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Attached to every user task of every model: shows the facts when the task is created, and turns the answer into facts
 * when it is completed. The answers then leave the process variables, so that no later form is filled in with them and no
 * gateway can read them; history keeps them.
 */
@Component
public final class UserTaskListener implements TaskListener {

    /** The variable that tells, in a list of tasks of many cases, what a task is about. */
    public static final String ABOUT = "about";

    private final ObjectProvider<TaskInputs> inputs;
    private final ObjectProvider<AnswerRules> rules;
    private final ObjectProvider<Forms> forms;
    private final ObjectProvider<CaseTasks> tasks;
    private final ObjectProvider<CaseTexts> texts;
    private final ObjectMapper json;

    UserTaskListener(
            ObjectProvider<TaskInputs> inputs,
            ObjectProvider<AnswerRules> rules,
            ObjectProvider<Forms> forms,
            ObjectProvider<CaseTasks> tasks,
            ObjectProvider<CaseTexts> texts,
            ObjectMapper json) {
        this.inputs = inputs;
        this.rules = rules;
        this.forms = forms;
        this.tasks = tasks;
        this.texts = texts;
        this.json = json;
    }

    @Override
    public void notify(DelegateTask task) {
        TaskInput input = inputs.getObject().of(task.getTaskDefinitionKey()).orElseThrow();
        if (TaskListener.EVENTNAME_CREATE.equals(task.getEventName())) {
            CaseTask caseTask = tasks.getObject().of(task);
            show(task, ABOUT, texts.getObject().about(caseTask));
            input.shown(caseTask).forEach((name, value) -> show(task, name, value));
        } else {
            record(task, input);
        }
    }

    private void show(DelegateTask task, String name, Object value) {
        if (value instanceof String) {
            task.setVariableLocal(name, value);
            return;
        }
        try {
            task.setVariableLocal(
                    name, SpinValues.jsonValue(json.writeValueAsString(value)).create());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The choices of a task cannot be written.");
        }
    }

    private void record(DelegateTask task, TaskInput input) {
        String form = tasks.getObject().formOf(task);
        List<String> names =
                forms.getObject().fields(form).stream().map(FormField::key).toList();
        Map<String, Object> values = new LinkedHashMap<>();
        for (String name : names) {
            if (task.getVariable(name) != null) {
                values.put(name, Objects.requireNonNull(task.getVariable(name)));
            }
        }
        CaseTask caseTask = tasks.getObject().of(task);
        Answers answers = rules.getObject().stored(form, values);
        input.check(caseTask, answers);
        input.record(caseTask, answers);
        task.getExecution().removeVariables(names);
    }
}

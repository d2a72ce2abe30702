package org.mailboxremediation.process.task;

import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.event.CaseEvent;
import org.springframework.stereotype.Component;

/** Tells what a user task of the engine is about, and who is at it. */
@Component
public final class CaseTasks {

    private static final String EMBEDDED = "embedded:deployment:forms/";

    private final IdentityService identity;

    CaseTasks(IdentityService identity) {
        this.identity = identity;
    }

    CaseTask of(DelegateTask task) {
        return caseTask(
                task.getId(),
                task.getTaskDefinitionKey(),
                task.getExecution().getProcessBusinessKey(),
                task.getVariable("deviceId"));
    }

    /** The task as a case knows it, with the person that the engine has authenticated. */
    public CaseTask caseTask(String id, String key, String incidentId, @Nullable Object deviceId) {
        Optional<Authentication> person = Optional.ofNullable(identity.getCurrentAuthentication());
        return new CaseTask(
                id,
                key,
                incidentId,
                deviceId == null ? null : deviceId.toString(),
                person.map(Authentication::getUserId).orElse(CaseEvent.SYSTEM),
                person.map(Authentication::getGroupIds).map(Set::copyOf).orElse(Set.of()));
    }

    /** The name of the task's form as {@link Forms} knows it. */
    String formOf(DelegateTask task) {
        return form(task.getBpmnModelElementInstance());
    }

    /** The name of the form that a user task of a model names. */
    public static String form(UserTask task) {
        String ref = task.getCamundaFormRef();
        return ref != null ? ref : task.getCamundaFormKey().substring(EMBEDDED.length());
    }
}

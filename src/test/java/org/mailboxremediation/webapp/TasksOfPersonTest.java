package org.mailboxremediation.webapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class TasksOfPersonTest {

    private static final String KEY = "UserTask_HandOverPassword";

    private final ProcessEngine engine = engine();
    private final TasksOfPerson tasks =
            new TasksOfPerson(engine.getIdentityService(), engine.getTaskService(), engine.getRuntimeService());
    private String taskId = "";

    @BeforeEach
    void startCase() {
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "case.bpmn",
                        Bpmn.createExecutableProcess("CaseProcess")
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .userTask(KEY)
                                .camundaCandidateGroups("mailbox-admins")
                                .endEvent()
                                .done())
                .deploy();
        grantReading("mailbox-admins");
        engine.getRuntimeService().startProcessInstanceByKey("CaseProcess", "case-1");
        taskId = engine.getTaskService().createTaskQuery().singleResult().getId();
    }

    @AfterEach
    void stopEngine() {
        engine.close();
    }

    @Test
    void findsTheTaskOfAPersonWhoMayWorkIt() {
        login("alice", "mailbox-admins");

        assertThat(tasks.at(taskId, KEY)).isEqualTo(new PersonAtTask("case-1", "alice", Set.of("mailbox-admins")));
    }

    @Test
    void hidesTheTaskFromAPersonOfAnotherGroup() {
        login("bob", "reporters");

        assertThatRefused(404, taskId, KEY);
    }

    @Test
    void refusesACallWithoutAPerson() {
        engine.getIdentityService().clearAuthentication();

        assertThatRefused(401, taskId, KEY);
    }

    @Test
    void refusesATaskOfAnotherKind() {
        login("alice", "mailbox-admins");

        assertThatRefused(404, taskId, "UserTask_ProvideMessage");
    }

    @Test
    void refusesATaskThatIsGone() {
        login("alice", "mailbox-admins");

        assertThatRefused(404, "no-such-task", KEY);
    }

    private void assertThatRefused(int status, String task, String key) {
        assertThatExceptionOfType(CallRefused.class)
                .isThrownBy(() -> tasks.at(task, key))
                .satisfies(e -> assertThat(e.status()).isEqualTo(status));
    }

    private void login(String user, String group) {
        engine.getIdentityService().setAuthentication(user, List.of(group));
    }

    private void grantReading(String group) {
        Authorization grant = engine.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setGroupId(group);
        grant.setResource(Resources.PROCESS_DEFINITION);
        grant.setResourceId(Authorization.ANY);
        grant.setPermissions(new ProcessDefinitionPermissions[] {ProcessDefinitionPermissions.READ_INSTANCE});
        engine.getAuthorizationService().saveAuthorization(grant);
    }

    private static ProcessEngine engine() {
        ProcessEngineConfigurationImpl configuration = (ProcessEngineConfigurationImpl)
                ProcessEngineConfiguration.createStandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName("tasks-of-person");
        configuration.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID());
        configuration.setGroupResourceWhitelistPattern("[a-zA-Z0-9-]+");
        configuration.setAuthorizationEnabled(true);
        return configuration.buildProcessEngine();
    }
}

package org.mailboxremediation.config;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.event.HistoricFormPropertyEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.mailboxremediation.process.ConflictRetry;
import org.mailboxremediation.process.guard.Submissions;
import org.mailboxremediation.process.guard.TaskInputGuard;
import org.mailboxremediation.process.task.UserTaskListener;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What the engine is set to beyond its properties: the guard before every command of a person, one listener on every user
 * task, and a history without form properties, which would keep each submitted text a second time (promise P5).
 */
@Component
final class EngineSettings extends AbstractProcessEnginePlugin {

    private final ObjectProvider<Submissions> submissions;
    private final ObjectProvider<ConflictRetry> retries;
    private final ObjectProvider<UserTaskListener> userTasks;

    EngineSettings(
            ObjectProvider<Submissions> submissions,
            ObjectProvider<ConflictRetry> retries,
            ObjectProvider<UserTaskListener> userTasks) {
        this.submissions = submissions;
        this.retries = retries;
        this.userTasks = userTasks;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setGroupResourceWhitelistPattern("[a-zA-Z0-9-]+");
        engine.setUserResourceWhitelistPattern("[a-zA-Z0-9._@-]+");
        engine.setEnableExpressionsInStoredQueries(false);
        engine.setDeserializationTypeValidationEnabled(true);
        // After ten wrong passwords the engine locks a user for good: whoever knows a name could shut its owner out.
        engine.setLoginMaxAttempts(Integer.MAX_VALUE);
        engine.setLoginDelayBase(1);
        engine.setLoginDelayMaxTime(10);
        engine.setEnableDefaultDbHistoryEventHandler(false);
        engine.getCustomHistoryEventHandlers().add(new HistoryWithoutFormProperties());
        engine.setCustomPreCommandInterceptorsTxRequired(List.of(guard(engine)));
        engine.setCustomPreCommandInterceptorsTxRequiresNew(List.of(guard(engine)));
        List<BpmnParseListener> listeners = new ArrayList<>();
        if (engine.getCustomPreBPMNParseListeners() != null) {
            listeners.addAll(engine.getCustomPreBPMNParseListeners());
        }
        listeners.add(new ListenToUserTasks(task -> userTasks.getObject().notify(task)));
        engine.setCustomPreBPMNParseListeners(listeners);
    }

    private CommandInterceptor guard(ProcessEngineConfigurationImpl engine) {
        return new TaskInputGuard(engine.getIdentityService(), submissions, retries);
    }

    private static final class HistoryWithoutFormProperties extends DbHistoryEventHandler {

        @Override
        public void handleEvent(HistoryEvent event) {
            if (!(event instanceof HistoricFormPropertyEventEntity)) {
                super.handleEvent(event);
            }
        }
    }

    private static final class ListenToUserTasks extends AbstractBpmnParseListener {

        private final TaskListener listener;

        ListenToUserTasks(TaskListener listener) {
            this.listener = listener;
        }

        @Override
        public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
            UserTaskActivityBehavior behavior = (UserTaskActivityBehavior) activity.getActivityBehavior();
            behavior.getTaskDefinition().addTaskListener(TaskListener.EVENTNAME_CREATE, listener);
            behavior.getTaskDefinition().addTaskListener(TaskListener.EVENTNAME_COMPLETE, listener);
        }
    }
}

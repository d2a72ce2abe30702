package org.mailboxremediation.casefile;

import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.springframework.stereotype.Component;

/** What the engine remembers of a case. */
@Component
final class EngineHistory {

    private final HistoryService history;

    EngineHistory(HistoryService history) {
        this.history = history;
    }

    /** Removes it: instances, tasks, variables, jobs and people's operations, in the caller's transaction. */
    void remove(String incidentId) {
        List<String> instances =
                history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(incidentId).list().stream()
                        .map(HistoricProcessInstance::getId)
                        .toList();
        for (String instance : instances) {
            history.createUserOperationLogQuery().processInstanceId(instance).list().stream()
                    .map(UserOperationLogEntry::getId)
                    .forEach(history::deleteUserOperationLogEntry);
            history.deleteHistoricProcessInstanceIfExists(instance);
        }
    }

    /** Whether a process of the case runs still. */
    boolean isRunning(String incidentId) {
        return history.createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(incidentId)
                        .unfinished()
                        .count()
                > 0;
    }
}

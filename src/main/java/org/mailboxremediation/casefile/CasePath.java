package org.mailboxremediation.casefile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.mailboxremediation.casefile.pdf.Drawing;
import org.springframework.stereotype.Component;

/** Reads which way a case took through its models, for as long as the engine's history keeps it. */
@Component
final class CasePath {

    private final HistoryService history;
    private final RepositoryService repository;

    CasePath(HistoryService history, RepositoryService repository) {
        this.history = history;
        this.repository = repository;
    }

    /** A drawing of each model that was worked by, the first one first; runs of the same model are drawn as one. */
    List<Drawing> of(String incidentId) {
        Map<String, List<String>> instances = new LinkedHashMap<>();
        history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(incidentId).list().stream()
                .sorted(Comparator.comparing(HistoricProcessInstance::getStartTime)
                        .thenComparing(HistoricProcessInstance::getId))
                .forEach(run -> instances
                        .computeIfAbsent(run.getProcessDefinitionId(), id -> new ArrayList<>())
                        .add(run.getId()));
        List<Drawing> drawings = new ArrayList<>();
        instances.forEach((definition, runs) -> drawings.add(drawing(definition, runs)));
        return drawings;
    }

    private Drawing drawing(String definition, Collection<String> runs) {
        Map<String, Integer> passed = new HashMap<>();
        for (String run : runs) {
            history.createHistoricActivityInstanceQuery().processInstanceId(run).list().stream()
                    .map(HistoricActivityInstance::getActivityId)
                    .forEach(activity -> passed.merge(activity, 1, Integer::sum));
        }
        BpmnModelInstance model = repository.getBpmnModelInstance(definition);
        String name =
                model.getModelElementsByType(Process.class).iterator().next().getName();
        return ModelDrawing.of(model, name, runs.size(), passed);
    }
}

package org.mailboxremediation.app.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.app.AppTest;
import org.mailboxremediation.app.FlowRecorder;
import org.springframework.beans.factory.annotation.Autowired;

/** Whether the walks before this took every way of every model. */
abstract class CoverageOfModels extends AppTest {

    @Autowired
    private RepositoryService repository;

    @Autowired
    private HistoryService history;

    @Autowired
    private FlowRecorder flows;

    @Test
    void everyModelOfTheFolderIsDeployed() {
        assertThat(models()).hasSize(9);
    }

    @Test
    void everyNodeOfEveryModelIsReached() {
        Set<String> reached = history.createHistoricActivityInstanceQuery().list().stream()
                .map(CoverageOfModels::name)
                .collect(Collectors.toSet());
        assertThat(missing(FlowNode.class, reached))
                .as("nodes that no walk reaches")
                .isEmpty();
    }

    @Test
    void everyFlowOfEveryModelIsTaken() {
        assertThat(missing(SequenceFlow.class, flows.taken()))
                .as("flows that no walk takes")
                .isEmpty();
    }

    private static String name(HistoricActivityInstance activity) {
        return activity.getProcessDefinitionKey() + "/" + activity.getActivityId();
    }

    private Set<String> missing(Class<? extends FlowElement> type, Collection<String> covered) {
        Set<String> missing = models().stream().flatMap(elements(type)).collect(Collectors.toCollection(TreeSet::new));
        assertThat(missing).isNotEmpty();
        missing.removeAll(covered);
        return missing;
    }

    private Function<ProcessDefinition, Stream<String>> elements(Class<? extends FlowElement> type) {
        return definition -> {
            BpmnModelInstance model = repository.getBpmnModelInstance(definition.getId());
            return model.getModelElementsByType(type).stream().map(e -> definition.getKey() + "/" + e.getId());
        };
    }

    private List<ProcessDefinition> models() {
        return repository.createProcessDefinitionQuery().latestVersion().list();
    }
}

package org.mailboxremediation.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.stereotype.Component;

/** The models by which a case was worked, as they were deployed then. */
@Component
final class CaseModels {

    private final HistoryService history;
    private final RepositoryService repository;

    CaseModels(HistoryService history, RepositoryService repository) {
        this.history = history;
        this.repository = repository;
    }

    /** Each model and decision by its name in the case file; those of each deployment that worked on the case. */
    SortedMap<String, byte[]> of(String incidentId) throws IOException {
        SortedMap<String, byte[]> models = new TreeMap<>();
        List<String> deployments = List.copyOf(deployments(incidentId));
        for (int number = 0; number < deployments.size(); number++) {
            for (String resource : repository.getDeploymentResourceNames(deployments.get(number))) {
                if (resource.startsWith("bpmn/")) {
                    String name = Manifest.MODELS + (number + 1) + resource.substring("bpmn".length());
                    models.put(name, content(deployments.get(number), resource));
                }
            }
        }
        return models;
    }

    private Set<String> deployments(String incidentId) {
        return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(incidentId).list().stream()
                .map(HistoricProcessInstance::getProcessDefinitionId)
                .distinct()
                .map(definition -> repository.getProcessDefinition(definition).getDeploymentId())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private byte[] content(String deployment, String resource) throws IOException {
        try (InputStream content = repository.getResourceAsStream(deployment, resource)) {
            return content.readAllBytes();
        }
    }
}

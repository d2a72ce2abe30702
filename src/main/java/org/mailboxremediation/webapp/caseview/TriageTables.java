package org.mailboxremediation.webapp.caseview;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Text;
import org.mailboxremediation.incident.Incident;
import org.springframework.stereotype.Component;

/**
 * Shows how triage came to its answer. The engine keeps a decision without its case, for triage is asked before any process
 * has started, and equal questions once; so the table is asked again here, the very version and the case's own facts,
 * beside the engine: its history stays as it is.
 */
@Component
final class TriageTables {

    private static final String KEY = "triage";

    private final RepositoryService repository;
    private final HistoryService history;
    private final DecisionTrial trial;

    TriageTables(RepositoryService repository, HistoryService history, DecisionTrial trial) {
        this.repository = repository;
        this.history = history;
        this.trial = trial;
    }

    TriageTable of(Incident incident) {
        Optional<DecisionDefinition> own = deployedWith(incident);
        DecisionDefinition decision = own.orElseGet(this::newest);
        DmnModelInstance model = repository.getDmnModelInstance(decision.getId());
        DmnDecisionTableEvaluationEvent asked = trial.of(KEY, model, question(incident));
        DecisionTable table =
                model.getModelElementsByType(DecisionTable.class).iterator().next();
        Set<String> matching = asked.getMatchingRules().stream()
                .map(DmnEvaluatedDecisionRule::getId)
                .collect(Collectors.toSet());
        return new TriageTable(
                Objects.requireNonNullElse(decision.getName(), KEY),
                decision.getVersion(),
                own.isPresent(),
                table.getHitPolicy().name(),
                inputs(table, asked),
                table.getOutputs().stream().map(output -> output.getLabel()).toList(),
                rules(table).stream().map(rule -> rule.among(matching)).toList(),
                answer(asked),
                List.of(incident.severity().name(), incident.lockOut().name()));
    }

    /** The table of the deployment by which the case was last worked; empty once the engine has forgotten which. */
    private Optional<DecisionDefinition> deployedWith(Incident incident) {
        return history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(incident.id())
                .processDefinitionKey("SecureMailboxProcess")
                .orderByProcessInstanceStartTime()
                .desc()
                .listPage(0, 1)
                .stream()
                .findFirst()
                .map(HistoricProcessInstance::getProcessDefinitionId)
                .map(id -> repository.getProcessDefinition(id).getDeploymentId())
                .map(id -> repository
                        .createDecisionDefinitionQuery()
                        .deploymentId(id)
                        .decisionDefinitionKey(KEY)
                        .singleResult());
    }

    private DecisionDefinition newest() {
        return repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(KEY)
                .latestVersion()
                .singleResult();
    }

    private static Map<String, Object> question(Incident incident) {
        return Map.of(
                "symptoms", names(incident.symptoms()),
                "riskFactors", names(incident.riskFactors()),
                "access", incident.accessBefore().name());
    }

    private static List<String> names(Set<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).sorted().toList();
    }

    private static List<TriageTable.Input> inputs(DecisionTable table, DmnDecisionTableEvaluationEvent asked) {
        Map<String, Object> values = new HashMap<>();
        asked.getInputs()
                .forEach(input -> values.put(input.getId(), input.getValue().getValue()));
        return table.getInputs().stream()
                .map(input -> new TriageTable.Input(
                        input.getLabel(),
                        values.containsKey(input.getId()) ? String.valueOf(values.get(input.getId())) : null))
                .toList();
    }

    private static List<TriageTable.Rule> rules(DecisionTable table) {
        return table.getRules().stream()
                .map(rule -> new TriageTable.Rule(
                        rule.getId(),
                        Optional.ofNullable(rule.getDescription())
                                .map(description -> description.getTextContent().strip())
                                .orElse(null),
                        rule.getInputEntries().stream()
                                .map(entry -> text(entry.getText()))
                                .toList(),
                        rule.getOutputEntries().stream()
                                .map(entry -> text(entry.getText()))
                                .toList(),
                        false))
                .toList();
    }

    private static String text(Text cell) {
        return cell.getTextContent().strip();
    }

    private static List<String> answer(DmnDecisionTableEvaluationEvent asked) {
        List<String> answer = new ArrayList<>();
        asked.getMatchingRules()
                .forEach(rule -> rule.getOutputEntries()
                        .values()
                        .forEach(output ->
                                answer.add(String.valueOf(output.getValue().getValue()))));
        return answer;
    }
}

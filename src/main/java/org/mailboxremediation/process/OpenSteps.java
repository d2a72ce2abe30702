package org.mailboxremediation.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts the open cases by the step they are in, as far as the person who asks may see them. */
@Component
public final class OpenSteps {

    private static final Set<String> MODELS = Set.of("SecureMailboxProcess", "EducateOwnerProcess");

    private final RepositoryService repository;
    private final ManagementService management;
    private final JdbcClient jdbc;

    OpenSteps(RepositoryService repository, ManagementService management, JdbcClient jdbc) {
        this.repository = repository;
        this.management = management;
        this.jdbc = jdbc;
    }

    /**
     * One of the five steps.
     *
     * @param active how often it is under way; a case is in several steps at once
     */
    public record StepCount(int number, String name, long active) {}

    /** The five steps in the article's order. A case that no process works yet is in step 1. */
    public List<StepCount> counts() {
        Map<String, Long> active = new HashMap<>();
        definitions()
                .flatMap(definition -> management.createActivityStatisticsQuery(definition.getId()).list().stream())
                .forEach(activity -> active.merge(activity.getId(), (long) activity.getInstances(), Long::sum));
        return ProcedureStep.ALL.stream()
                .map(step -> new StepCount(
                        step.number(), step.title(), active(step, active) + (step.number() == 1 ? waiting() : 0)))
                .toList();
    }

    private Stream<ProcessDefinition> definitions() {
        return MODELS.stream()
                .flatMap(key -> repository.createProcessDefinitionQuery().processDefinitionKey(key).list().stream());
    }

    private static long active(ProcedureStep step, Map<String, Long> active) {
        return active.entrySet().stream()
                .filter(entry -> step.holds(entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private long waiting() {
        return jdbc.sql("select count(*) from incident where open_mailbox is not null and process_instance_id is null")
                .query(Long.class)
                .single();
    }
}

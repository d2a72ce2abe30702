package org.mailboxremediation.webapp.history;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/** The model that tells the whole procedure, in all versions that were deployed. */
@Component
final class MainModel {

    private static final String KEY = "SecureMailboxProcess";

    private final RepositoryService repository;

    MainModel(RepositoryService repository) {
        this.repository = repository;
    }

    /** The ids of its versions. */
    List<String> definitions() {
        return repository.createProcessDefinitionQuery().processDefinitionKey(KEY).list().stream()
                .map(ProcessDefinition::getId)
                .toList();
    }

    /** The newest version's BPMN. */
    String xml() {
        ProcessDefinition newest = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(KEY)
                .latestVersion()
                .singleResult();
        try (InputStream model = repository.getProcessModel(newest.getId())) {
            return new String(model.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

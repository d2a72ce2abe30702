package org.mailboxremediation.process;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys models and forms together under stable names, from Maven, an IDE and the jar alike (facts of Camunda 7.24: the
 * engine's own deployment names them differently in each). A start with nothing changed deploys nothing.
 */
@Component
final class ModelDeployer implements SmartInitializingSingleton {

    private final RepositoryService repository;

    ModelDeployer(RepositoryService repository) {
        this.repository = repository;
    }

    @Override
    public void afterSingletonsInstantiated() {
        DeploymentBuilder deployment = repository
                .createDeployment()
                .name("mailbox-remediation")
                .source("mailbox-remediation")
                .enableDuplicateFiltering(false);
        try {
            add(deployment, "bpmn", "*.bpmn", "*.dmn");
            add(deployment, "forms", "*.form", "*.html");
        } catch (IOException e) {
            throw new IllegalStateException("The models and forms of this application cannot be read.");
        }
        deployment.deploy();
    }

    private static void add(DeploymentBuilder deployment, String folder, String... patterns) throws IOException {
        PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
        for (String pattern : patterns) {
            Stream<Resource> found = Arrays.stream(resolver.getResources("classpath:" + folder + "/" + pattern))
                    .sorted(Comparator.comparing(
                            Resource::getFilename, Comparator.nullsFirst(Comparator.naturalOrder())));
            for (Resource resource : found.toList()) {
                deployment.addInputStream(folder + "/" + resource.getFilename(), resource.getInputStream());
            }
        }
    }
}

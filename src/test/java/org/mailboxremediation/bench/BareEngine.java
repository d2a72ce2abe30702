package org.mailboxremediation.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.repository.DeploymentBuilder;

/**
 * The engine alone with our models, in which nothing happens but a variable here and there. It starts them 50 in a
 * transaction; or, told so, one by one with the provider's calls in a job, as a plain delegate would make them.
 *
 * <p>Arguments: JDBC URL; the provider's base URL, or nothing. Each line of the input is how many to start.
 */
final class BareEngine {

    private static final Path MODELS = Path.of("bpmn");
    private static final Pattern BEAN = Pattern.compile("\\$\\{(\\w+)");
    private static final String LOCK_OUT = "id=\"ServiceTask_RequestPasswordChange\"";
    private static final int CHUNK = 50;

    private final RuntimeService runtime;
    private final ProcessEngineConfigurationImpl settings;
    private int started;

    private BareEngine(ProcessEngine engine) {
        runtime = engine.getRuntimeService();
        settings = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    public static void main(String[] arguments) throws IOException {
        boolean jobs = arguments.length > 1;
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl(arguments[0]);
            pool.setUsername("postgres");
            pool.setPassword("postgres");
            pool.setMaximumPoolSize(24);
            Map<String, String> models = models(jobs);
            Map<Object, Object> beans = beans(models);
            if (jobs) {
                beans.put("requestPasswordChangeDelegate", new LockOutInAJob(arguments[1], pool));
            }
            ProcessEngine engine = engine(pool, beans, jobs);
            DeploymentBuilder deployment = engine.getRepositoryService().createDeployment();
            models.forEach(deployment::addString);
            deployment.deploy();
            BareEngine bare = new BareEngine(engine);
            BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                bare.start(Integer.parseInt(line), jobs);
            }
        }
    }

    private static ProcessEngine engine(HikariDataSource pool, Map<Object, Object> beans, boolean jobs) {
        StandaloneProcessEngineConfiguration settings = new StandaloneProcessEngineConfiguration();
        settings.setDataSource(pool);
        settings.setDatabaseSchemaUpdate("true");
        settings.setHistory("full");
        settings.setHistoryTimeToLive("P1095D");
        settings.setJobExecutorActivate(jobs);
        settings.setBeans(beans);
        return settings.buildProcessEngine();
    }

    private static Map<String, String> models(boolean jobs) throws IOException {
        Map<String, String> models = new HashMap<>();
        try (Stream<Path> files = Files.list(MODELS)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".bpmn")).toList()) {
                String model = Files.readString(file);
                models.put(
                        file.getFileName().toString(),
                        jobs ? model.replace(LOCK_OUT, LOCK_OUT + " camunda:asyncBefore=\"true\"") : model);
            }
        }
        return models;
    }

    private static Map<Object, Object> beans(Map<String, String> models) {
        Map<Object, Object> beans = new HashMap<>();
        models.values().forEach(model -> {
            Matcher names = BEAN.matcher(model);
            while (names.find()) {
                beans.put(names.group(1), new Nothing(names.group(1)));
            }
        });
        return beans;
    }

    private void start(int count, boolean jobs) {
        int first = started + 1;
        started += count;
        List<String> mailboxes = IntStream.range(first, first + count)
                .mapToObj("user%05d@example.com"::formatted)
                .toList();
        if (jobs) {
            CompletableFuture<Void> half = CompletableFuture.runAsync(
                    () -> mailboxes.subList(0, count / 2).forEach(this::create));
            mailboxes.subList(count / 2, count).forEach(this::create);
            half.join();
        } else {
            for (int from = 0; from < count; from += CHUNK) {
                startTogether(mailboxes.subList(from, Math.min(count, from + CHUNK)));
            }
        }
    }

    private void startTogether(List<String> mailboxes) {
        settings.getCommandExecutorTxRequired().execute(context -> {
            mailboxes.forEach(this::create);
            return null;
        });
    }

    private void create(String mailbox) {
        runtime.createProcessInstanceByKey("SecureMailboxProcess")
                .businessKey(mailbox)
                .execute();
    }
}

package org.mailboxremediation.api;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.mailboxremediation.CaseDatabase;
import org.mailboxremediation.credential.Secret;
import org.mailboxremediation.event.AuthenticationContext;
import org.mailboxremediation.event.AuthenticationMethod;
import org.mailboxremediation.incident.IncidentFixture;
import org.mailboxremediation.incident.MailboxAddress;
import org.mailboxremediation.mailbox.InMemoryMailboxProvider;
import org.mailboxremediation.mailbox.MailboxProvider;
import org.mailboxremediation.mailbox.PastMail;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.env.MapPropertySource;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RestController;

/** The controllers over the real facts and a test's database; only the engine and the provider are stand-ins. */
final class ApiContext implements AutoCloseable {

    static final TestingAuthenticationToken ADMIN = user("admin", "mailbox-admins");
    static final TestingAuthenticationToken LEAD = user("lead", "security-leads");
    static final TestingAuthenticationToken REPORTER = user("reporter", "reporters");

    final CaseDatabase database = new CaseDatabase();
    final InMemoryMailboxProvider provider = new InMemoryMailboxProvider();
    final RuntimeService runtime = mock(RuntimeService.class, RETURNS_DEEP_STUBS);
    final TaskService tasks = mock(TaskService.class);
    final ObjectMapper json = Jackson2ObjectMapperBuilder.json()
            .featuresToDisable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final MockMvc mvc;

    @TestConfiguration(proxyBeanMethods = false)
    @ComponentScan(
            value = {
                "org.mailboxremediation.event",
                "org.mailboxremediation.evidence",
                "org.mailboxremediation.incident",
                "org.mailboxremediation.device",
                "org.mailboxremediation.credential",
                "org.mailboxremediation.restore",
                "org.mailboxremediation.outbox",
                "org.mailboxremediation.block",
                "org.mailboxremediation.notice",
                "org.mailboxremediation.education",
                "org.mailboxremediation.campaign",
                "org.mailboxremediation.process",
                "org.mailboxremediation.casefile",
                "org.mailboxremediation.summary",
                "org.mailboxremediation.api"
            },
            excludeFilters = {
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = "org\\.mailboxremediation\\.process\\.[a-z].*"),
                @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.(ModelDeployer|OutboxThreads)")
            })
    @ConfigurationPropertiesScan({
        "org.mailboxremediation.event",
        "org.mailboxremediation.incident",
        "org.mailboxremediation.device",
        "org.mailboxremediation.credential",
        "org.mailboxremediation.outbox",
        "org.mailboxremediation.block",
        "org.mailboxremediation.notice",
        "org.mailboxremediation.education"
    })
    static class Beans {}

    ApiContext() {
        this(Map.of());
    }

    /** With further properties. */
    ApiContext(Map<String, Object> further) {
        provider.with(IncidentFixture.ALICE, Secret.of("Sandbox-alice-1"))
                .withAlias(MailboxAddress.parse("sales@example.com"), IncidentFixture.ALICE);
        TaskQuery none = query(List.of());
        when(tasks.createTaskQuery()).thenReturn(none);
        String key = Base64.getEncoder().encodeToString(new byte[32]);
        Map<String, Object> properties = Map.of(
                "remediation.organisation.domains", "example.com",
                "remediation.organisation.administrator-contacts", "it-desk@example.net,carol@example.com",
                "remediation.notice.from", "remediation@example.net",
                "remediation.credential.sealing-key", key,
                "remediation.event.signing-key", key,
                "remediation.outbox.enabled", "false");
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", properties));
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("further", further));
        beans();
        context.register(Beans.class);
        context.refresh();
        Object[] controllers =
                context.getBeansWithAnnotation(RestController.class).values().toArray();
        mvc = MockMvcBuilders.standaloneSetup(controllers)
                .setControllerAdvice(context.getBean(ProblemAdvice.class))
                .setMessageConverters(new MappingJackson2HttpMessageConverter(json))
                .addPlaceholderValue("server.error.path", "/error")
                .build();
    }

    /** An engine whose commands run in a transaction, and do nothing by themselves. */
    private ProcessEngine engine() {
        CommandExecutor commands = new CommandExecutor() {
            @Override
            public <T> T execute(Command<T> command) {
                return database.transaction.execute(status -> command.execute(mock(CommandContext.class)));
            }
        };
        ProcessEngineConfigurationImpl settings = mock(ProcessEngineConfigurationImpl.class);
        when(settings.getCommandExecutorTxRequired()).thenReturn(commands);
        ProcessEngine engine = mock(ProcessEngine.class);
        when(engine.getProcessEngineConfiguration()).thenReturn(settings);
        return engine;
    }

    private void beans() {
        context.registerBean(DataSource.class, () -> database.dataSource);
        context.registerBean(JdbcClient.class, () -> database.jdbc);
        context.registerBean(PlatformTransactionManager.class, () -> database.transactions);
        context.registerBean(TransactionTemplate.class, () -> database.transaction);
        context.registerBean(Clock.class, () -> database.clock);
        context.registerBean(SecureRandom.class);
        context.registerBean(AuthenticationContext.class, () -> actor -> AuthenticationMethod.HTTP_BASIC);
        context.registerBean(ObjectMapper.class, () -> json);
        context.registerBean(PastMail.class, () -> (mailbox, since) -> PastMail.Sample.UNAVAILABLE);
        context.registerBean(MailboxProvider.class, () -> provider);
        context.registerBean(JavaMailSender.class, () -> mock(JavaMailSender.class));
        context.registerBean(RuntimeService.class, () -> runtime);
        context.registerBean(ProcessEngine.class, this::engine);
        context.registerBean(TaskService.class, () -> tasks);
        context.registerBean(ManagementService.class, () -> mock(ManagementService.class, RETURNS_DEEP_STUBS));
        context.registerBean(HistoryService.class, () -> mock(HistoryService.class, RETURNS_DEEP_STUBS));
        context.registerBean(IdentityService.class, () -> mock(IdentityService.class));
        context.registerBean(RepositoryService.class, () -> mock(RepositoryService.class, RETURNS_DEEP_STUBS));
        context.registerBean(DecisionService.class, () -> mock(DecisionService.class, RETURNS_DEEP_STUBS));
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    /** Opens a task of that element id, about the device if one is named, for every case. */
    void openTask(String key, String deviceId) {
        Task task = mock(Task.class);
        when(task.getId()).thenReturn("task-" + key);
        when(task.getTaskDefinitionKey()).thenReturn(key);
        when(task.getName()).thenReturn(key);
        when(task.getAssignee()).thenReturn("admin");
        when(task.getCreateTime()).thenReturn(Date.from(CaseDatabase.START));
        when(tasks.getVariable("task-" + key, "deviceId")).thenReturn(deviceId);
        TaskQuery found = query(List.of(task));
        when(tasks.createTaskQuery()).thenReturn(found);
    }

    private static TaskQuery query(List<Task> tasks) {
        TaskQuery query = mock(
                TaskQuery.class,
                invocation -> invocation.getMethod().getName().equals("list") ? tasks : invocation.getMock());
        when(query.processInstanceBusinessKey(any())).thenReturn(query);
        return query;
    }

    Answer post(String path, String body, TestingAuthenticationToken as) {
        return send(
                MockMvcRequestBuilders.post(path)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body),
                as);
    }

    Answer get(String path, TestingAuthenticationToken as) {
        return send(MockMvcRequestBuilders.get(path), as);
    }

    Answer send(MockHttpServletRequestBuilder request, TestingAuthenticationToken as) {
        try {
            MockHttpServletResponse response =
                    mvc.perform(request.principal(as)).andReturn().getResponse();
            return new Answer(response, json.readTree(response.getContentAsByteArray()));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        } catch (Exception unhandled) {
            throw new AssertionError("no problem document", unhandled);
        }
    }

    /** Reports alice's mailbox and answers the incident's id. */
    String report() {
        return post("/api/incidents", "{\"mailbox\":\"alice@example.com\",\"symptoms\":[\"BOUNCES\"]}", ADMIN)
                .body()
                .path("id")
                .asText();
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }

    private static TestingAuthenticationToken user(String id, String... groups) {
        return new TestingAuthenticationToken(id, "", groups);
    }

    /** What came back. */
    record Answer(MockHttpServletResponse response, JsonNode body) {

        int status() {
            return response.getStatus();
        }

        List<String> fields() {
            return body.path("fields").findValuesAsText("field");
        }

        List<String> texts(String member) {
            return Arrays.asList(body.findValue(member)
                    .toString()
                    .replaceAll("[\\[\\]\"]", "")
                    .split(","));
        }
    }
}

package org.mailboxremediation.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.process.task.FormField;
import org.mailboxremediation.process.task.Forms;

/** What every model keeps to, so that a person can read it and a later change cannot quietly break it (DESIGN §4). */
class BpmnModelContractTest {

    private static final Pattern BEAN = Pattern.compile("\\$\\{(\\w+)[.}]");
    private static final Map<Class<? extends FlowNode>, String> PREFIXES = Map.ofEntries(
            Map.entry(UserTask.class, "UserTask_"),
            Map.entry(ServiceTask.class, "ServiceTask_"),
            Map.entry(BusinessRuleTask.class, "RuleTask_"),
            Map.entry(ReceiveTask.class, "ReceiveTask_"),
            Map.entry(CallActivity.class, "CallActivity_"),
            Map.entry(SubProcess.class, "SubProcess_"),
            Map.entry(ExclusiveGateway.class, "Gateway_"),
            Map.entry(IntermediateCatchEvent.class, "CatchEvent_"),
            Map.entry(StartEvent.class, "StartEvent_"),
            Map.entry(EndEvent.class, "EndEvent_"));

    @Test
    void theMainModelFitsOnAPage() {
        assertThat(Models.files())
                .extracting(File::getName)
                .contains("secure-mailbox.bpmn", "change-password.bpmn", "scan-device.bpmn", "restore-access.bpmn");
        BpmnModelInstance main = Bpmn.readModelFromFile(new File("bpmn/secure-mailbox.bpmn"));
        assertThat(main.getModelElementsByType(FlowNode.class)).hasSizeLessThanOrEqualTo(25);
        assertThat(main.getModelElementsByType(FlowNode.class))
                .extracting(FlowNode::getName)
                .anyMatch(n -> n != null && n.startsWith("1 "))
                .anyMatch(n -> n != null && n.startsWith("2 "))
                .anyMatch(n -> n != null && n.startsWith("3 "))
                .anyMatch(n -> n != null && n.startsWith("4 "))
                .anyMatch(n -> n != null && n.startsWith("5 "));
    }

    @Test
    void everyProcessIsNamedDocumentedVersionedAndKept() {
        for (Process process : Models.elements(Process.class)) {
            assertThat(process.getId()).endsWith("Process");
            assertThat(process.getName()).as(process.getId()).isNotBlank();
            assertThat(process.getDocumentations()).as(process.getId()).isNotEmpty();
            assertThat(process.getCamundaVersionTag()).as(process.getId()).isNotBlank();
            assertThat(process.getCamundaHistoryTimeToLiveString())
                    .as(process.getId())
                    .matches("P\\d+D");
        }
    }

    @Test
    void everyNodeCarriesItsTypeAndPhraseInItsId() {
        for (FlowNode node : Models.elements(FlowNode.class)) {
            PREFIXES.forEach((type, prefix) -> {
                if (type.isInstance(node)) {
                    assertThat(node.getId()).startsWith(prefix);
                }
            });
            if (node instanceof ParallelGateway) {
                assertThat(node.getId()).startsWith(node.getOutgoing().size() > 1 ? "Fork_" : "Join_");
            }
            if (node instanceof BoundaryEvent) {
                assertThat(node.getId()).matches("(Timer|Error|Message)_[A-Z]\\w+");
            }
            boolean silent = node instanceof ParallelGateway;
            assertThat(silent || node.getName() != null)
                    .as(node.getId() + " has a label")
                    .isTrue();
        }
    }

    @Test
    void everyNodeAndFlowIsDrawn() {
        Models.all().forEach(model -> {
            Set<String> drawn = model.getModelElementsByType(BpmnShape.class).stream()
                    .map(shape -> shape.getBpmnElement().getId())
                    .collect(Collectors.toSet());
            model.getModelElementsByType(BpmnEdge.class)
                    .forEach(edge -> drawn.add(edge.getBpmnElement().getId()));
            assertThat(model.getModelElementsByType(FlowElement.class))
                    .extracting(FlowElement::getId)
                    .allMatch(drawn::contains);
        });
    }

    @Test
    void everyExclusiveGatewayThatSplitsHasADefaultAndNamedFlows() {
        for (ExclusiveGateway gateway : Models.elements(ExclusiveGateway.class)) {
            assertThat(gateway.getDefault()).as(gateway.getId()).isNotNull();
            String question = gateway.getId().substring("Gateway_".length());
            for (SequenceFlow flow : gateway.getOutgoing()) {
                assertThat(flow.getId()).startsWith("Flow_" + question + "_");
                assertThat(flow.getName()).as(flow.getId()).isNotBlank();
                assertThat(flow.getConditionExpression() != null || flow.equals(gateway.getDefault()))
                        .as(flow.getId())
                        .isTrue();
            }
        }
    }

    @Test
    void everyServiceTaskIsADelegateThatBearsItsName() {
        for (ServiceTask task : Models.elements(ServiceTask.class)) {
            String phrase = task.getId().substring("ServiceTask_".length());
            String bean = phrase.substring(0, 1).toLowerCase(Locale.ROOT) + phrase.substring(1) + "Delegate";
            assertThat(task.getCamundaDelegateExpression()).isEqualTo("${" + bean + "}");
            assertThat(Path.of("src/main/java/org/mailboxremediation/process/delegate", phrase + "Delegate.java"))
                    .exists();
        }
    }

    @Test
    void everyBeanThatAnExpressionNamesExists() throws Exception {
        Set<String> classes = new HashSet<>();
        try (var files = Files.walk(Path.of("src/main/java/org/mailboxremediation/process"))) {
            files.map(p -> p.getFileName().toString()).forEach(classes::add);
        }
        for (File file : Models.files()) {
            Matcher bean = BEAN.matcher(Files.readString(file.toPath()));
            while (bean.find()) {
                String type = bean.group(1).substring(0, 1).toUpperCase(Locale.ROOT)
                        + bean.group(1).substring(1);
                assertThat(classes).as(file.getName()).contains(type + ".java");
            }
        }
    }

    @Test
    void everyReceiveTaskFollowsItsDelegateWithoutABoundaryBetween() {
        for (ReceiveTask wait : Models.elements(ReceiveTask.class)) {
            assertThat(wait.isCamundaAsyncBefore()).as(wait.getId()).isFalse();
            FlowNode before = wait.getPreviousNodes().singleResult();
            assertThat(before).isInstanceOf(ServiceTask.class);
            assertThat(before.isCamundaAsyncAfter()).as(before.getId()).isFalse();
            assertThat(wait.getId()).endsWith("Outcome");
            assertThat(wait.getMessage().getName())
                    .isEqualTo("Message_" + wait.getId().substring("ReceiveTask_".length()));
        }
    }

    @Test
    void everyWaitedForStepHasItsReceiveTask() {
        Set<String> waited = Models.elements(ReceiveTask.class).stream()
                .map(wait -> wait.getMessage().getName())
                .collect(Collectors.toSet());
        assertThat(Arrays.stream(Step.values()).map(Step::message)).containsExactlyInAnyOrderElementsOf(waited);
    }

    @Test
    void everyMessageIsNamedLikeItsId() {
        assertThat(Models.elements(Message.class)).allMatch(m -> m.getId().equals(m.getName()));
    }

    @Test
    void everyCallIsBoundByDeploymentAndPassesTheBusinessKeyAndNothingWholesale() {
        Set<String> processes =
                Models.elements(Process.class).stream().map(Process::getId).collect(Collectors.toSet());
        for (CallActivity call : Models.elements(CallActivity.class)) {
            assertThat(processes).contains(call.getCalledElement());
            assertThat(call.getCamundaCalledElementBinding()).isEqualTo("deployment");
            String xml = call.getExtensionElements()
                    .getDomElement()
                    .getChildElements()
                    .toString();
            assertThat(call.getExtensionElements().getElementsQuery().list()).isNotEmpty();
            assertThat(xml).doesNotContain("variables=\"all\"");
        }
    }

    @Test
    void everyUserTaskHasAGroupADueDateADocumentationAndAForm() {
        Forms forms = new Forms(new ObjectMapper());
        for (UserTask task : Models.elements(UserTask.class)) {
            assertThat(task.getCamundaCandidateGroups()).as(task.getId()).isIn("mailbox-admins", "security-leads");
            assertThat(task.getCamundaDueDate()).as(task.getId()).isNotBlank();
            assertThat(task.getDocumentations()).as(task.getId()).isNotEmpty();
            String form = TaskTable.form(task);
            List<FormField> fields = forms.fields(form);
            assertThat(fields).as(form).isNotEmpty();
            assertThat(form.replace(".html", "")).isEqualTo(kebab(task));
        }
    }

    @Test
    void everyUserTaskHasItsInputClass() {
        for (UserTask task : Models.elements(UserTask.class)) {
            String phrase = task.getId().substring("UserTask_".length());
            assertThat(Path.of("src/main/java/org/mailboxremediation/process/task", phrase + "Input.java"))
                    .exists();
        }
    }

    private static String kebab(UserTask task) {
        return task.getId()
                .substring("UserTask_".length())
                .replaceAll("([a-z])([A-Z])", "$1-$2")
                .toLowerCase(Locale.ROOT);
    }
}

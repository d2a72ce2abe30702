package org.mailboxremediation.process;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.mailboxremediation.process.task.CaseTasks;
import org.mailboxremediation.process.task.FormField;
import org.mailboxremediation.process.task.Forms;

/** The README's table of user tasks, made from the models and their forms. */
final class TaskTable {

    private static final Forms FORMS = new Forms(new ObjectMapper());

    private TaskTable() {}

    static String markdown() {
        StringBuilder table =
                new StringBuilder("| task | group | form | fields and allowed values |\n|---|---|---|---|\n");
        for (StartEvent start : starts()) {
            Process process = (Process) start.getParentElement();
            row(table, "Start: " + process.getName(), process.getId(), "", start.getCamundaFormRef());
        }
        Models.elements(UserTask.class).stream()
                .sorted(Comparator.comparing(UserTask::getId))
                .forEach(
                        task -> row(table, task.getName(), task.getId(), task.getCamundaCandidateGroups(), form(task)));
        return table.toString();
    }

    static String form(UserTask task) {
        return CaseTasks.form(task);
    }

    private static List<StartEvent> starts() {
        return Models.elements(StartEvent.class).stream()
                .filter(start -> start.getCamundaFormRef() != null)
                .sorted(Comparator.comparing(StartEvent::getId))
                .toList();
    }

    private static void row(StringBuilder table, String name, String id, String group, String form) {
        table.append("| ").append(name).append(" `").append(id).append("` | ").append(group);
        table.append(" | `").append(form).append("` | ");
        table.append(FORMS.fields(form).stream().map(TaskTable::field).collect(Collectors.joining("; ")));
        table.append(" |\n");
    }

    private static String field(FormField field) {
        String options = field.options().isEmpty() ? field.type() : String.join(" \\| ", field.options());
        return "`" + field.key() + "`" + (field.required() ? "*" : "") + " (" + options + ")"
                + (field.description() == null ? "" : " " + field.description());
    }
}
